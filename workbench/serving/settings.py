"""How Voila is set up."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from traitlets.config import Config

from workbench.dashboards import notebooks_folder
from workbench.records import ROLE_NAMES
from workbench.serving.headers import HEADERS, STRICT_TRANSPORT
from workbench.serving.identity import USER_HEADER, WorkbenchIdentity
from workbench.serving.kernels import NativeKernel, OwnedKernels, OwnKernelsOnly
from workbench.serving.pages import PAGES, TEMPLATES, page_of
from workbench.serving.secret import cookie_secret, metrics_token
from workbench.serving.where import Where

EXTENSIONS = ["@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget", "ipecharts"]
IDLE_SECONDS = 1800
LARGEST_MESSAGE = 64 * 1024 * 1024


def configuration(workspace: Path, where: Where) -> Config:
    """Voila's configuration for the dashboards of a workspace, answered from there."""
    config = Config()
    config.Voila.update(
        root_dir=str(notebooks_folder()),
        open_browser=False,
        identity_provider_class=WorkbenchIdentity,
        authorizer_class=OwnKernelsOnly,
        cookie_secret=cookie_secret(workspace),
        tornado_settings=tornado_settings(workspace, where),
        log_level="ERROR",
    )
    config.WorkbenchIdentity.secure_cookie = where.encrypted
    config.VoilaConfiguration.update(
        template="lab",
        allow_template_override="NO",
        allow_theme_override="NO",
        extension_allowlist=EXTENSIONS,
        extension_language_mapping={},
        file_allowlist=[],
        http_header_envs=[USER_HEADER],
        kernel_spec_manager_class=NativeKernel,
        multi_kernel_manager_class=OwnedKernels,
        prelaunch_hook=introduce,
    )
    config.VoilaExecutor.cell_error_instruction = "界面未能打开，请重新加载；仍不行时请把服务器窗口中的错误告知管理员。"
    config.KernelManager.transport = "ipc"  # sockets in a folder of the server's own user, not ports open to all users
    config.MappingKernelManager.update(cull_idle_timeout=IDLE_SECONDS, cull_interval=60, cull_connected=False)
    return config


def tornado_settings(workspace: Path, where: Where) -> dict[str, Any]:
    """Settings of the web server under Voila."""
    return {
        "headers": HEADERS | STRICT_TRANSPORT if where.encrypted else HEADERS,
        "metrics_token": metrics_token(workspace),
        "jinja2_env": Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        ),
        "allow_remote_access": where.called is not None,  # then the doors know the names
        "login_url": "/login",
        "websocket_max_message_size": LARGEST_MESSAGE,
        "ws_ping_timeout": 30_000,  # milliseconds: no longer than the pause between two, as tornado demands
        "xsrf_cookie_kwargs": {"samesite": "Strict", "secure": where.encrypted},
    }


def introduce(handler: Any, notebook: Any, cwd: str) -> None:  # noqa: ARG001 - Voila's signature
    """Tell the page who is signed in, before a kernel is started."""
    handler.set_header("Cache-Control", "no-store")
    reviewer = handler.identity_provider.reviewer(handler.current_user.username)
    page = page_of(handler.path_args[0])
    notebook.metadata.workbench = {
        "reviewer": reviewer,
        "role": ROLE_NAMES[reviewer.role],
        "page": page,
        "pages": PAGES,
        "xsrf": handler.xsrf_token.decode(),
    }
