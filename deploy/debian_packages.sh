#!/usr/bin/env bash
# Installs the Debian packages that running ("run") or testing ("test") needs, and nothing that is there already.
set -euo pipefail

run=(python3-venv)
test=(chromium fonts-noto-cjk libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils postgresql strace)

missing=()
case "${1:-run}" in
  run) python3 -c 'import ensurepip' 2>/dev/null || missing+=("${run[@]}") ;;
  test)
    command -v chromium >/dev/null || missing+=(chromium)
    command -v soffice >/dev/null || missing+=(libreoffice-calc-nogui)
    [ -e /usr/lib/libreoffice/program/libswlo.so ] || missing+=(libreoffice-writer-nogui)
    command -v pdftoppm >/dev/null || missing+=(poppler-utils)
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
    command -v strace >/dev/null || missing+=(strace)
    compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK*' >/dev/null || missing+=(fonts-noto-cjk) ;;
  *) echo "usage: $0 run|test (packages: ${run[*]} ${test[*]})" >&2; exit 2 ;;
esac
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  as_root=(sudo)
else
  echo "These Debian packages are missing: ${missing[*]}" >&2
  echo "This user is not root and has no sudo. Ask an administrator to run:" >&2
  echo "    apt-get install --no-install-recommends ${missing[*]}" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
echo "Installing Debian packages: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
