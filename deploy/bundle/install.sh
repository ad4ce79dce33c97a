#!/usr/bin/env bash
# 离线安装：不访问网络。用法：./install.sh [安装位置，缺省 /opt/review-workbench]
# 每个版本装在自己的文件夹中，装好并检查通过后才切换；再次执行以前版本的 install.sh 即换回该版本。
# 数据在工作区，不在安装位置，安装和切换都不碰它。
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-/opt/review-workbench}
read -r wanted machine <"$here/python.txt"

fail() { echo "$1" >&2; exit 2; }

[ "$(uname -m)" = "$machine" ] || fail "本安装包用于 $machine 处理器，本机是 $(uname -m)。请换用相应的安装包。"
python=$(command -v "python$wanted" || command -v python3 || true)
[ -n "$python" ] && [ "$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')" = "$wanted" ] ||
  fail "需要 Python $wanted。请安装 Debian 软件包 python3（Debian 12 自带 3.11），再执行本命令。"
"$python" -c 'import ensurepip' 2>/dev/null || fail "缺少 Debian 软件包 python3-venv。请安装后再执行本命令。"

echo "核对安装包的内容……"
(cd "$here" && sha256sum --quiet --strict -c SHA256SUMS) || fail "安装包不完整或被改动，没有安装。请重新取得安装包。"
version=$(sed -n 's/^review-workbench==\([^ ]*\) .*/\1/p' "$here/requirements.txt")
mkdir -p "$target/versions" || fail "不能写入 $target。请以 root 执行，或另行指定安装位置：./install.sh 文件夹"

new="$target/versions/$version"
if cmp -s "$here/requirements.txt" "$new/installed.txt"; then
  echo "$version 已经装过，直接切换。"
else
  echo "安装 $version 到 $target……"
  rm -rf "$new"
  "$python" -m venv "$new"
  pip=("$new/bin/python" -m pip --isolated --disable-pip-version-check)
  "${pip[@]}" install --quiet --no-index --no-cache-dir --find-links "$here/wheels" --require-hashes -r "$here/requirements.txt"
  "${pip[@]}" check >/dev/null
  [ ! -d "$here/docs" ] || cp -r "$here/docs" "$new/docs"
  "$new/bin/workbench" --help >/dev/null || fail "新装的版本不能运行，没有切换，原来的版本仍可使用。"
  cp "$here/requirements.txt" "$new/installed.txt"
fi
ln -sfn "versions/$version" "$target/current.new"
mv -T "$target/current.new" "$target/current"
mkdir -p "$target/bin"
ln -sfn ../current/bin/workbench "$target/bin/workbench"
echo "已装好 $version：$target/bin/workbench。用户手册：$target/current/docs/index.html"
