"""What the browser is told to refuse."""

#: 'unsafe-inline' and 'unsafe-eval' for scripts: Voila's page starts with inline scripts, and JupyterLab's settings
#: are validated by code made at run time. blob: for scripts: anywidget imports a widget's module from one.
_ALLOWED = (
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)
PAGE_POLICY = "; ".join(_ALLOWED)
#: For pages that need no script.
PLAIN_POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
#: One year, for servers that browsers reach with TLS.
STRICT_TRANSPORT = {"Strict-Transport-Security": "max-age=31536000"}
HEADERS = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Server": "workbench",
}
