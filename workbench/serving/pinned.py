"""What the server takes from Voila and jupyter-server that they do not promise to keep, in one list."""

from importlib import import_module
from importlib.metadata import version

from workbench.serving.pages import CannotServe

#: Where access depends on the inside of a library: its module, and the names that must be there.
TAKEN: dict[str, tuple[str, ...]] = {
    "voila.app": (
        "Voila.init_handlers",
        "Voila.init_settings",
        "Voila.setup_template_dirs",
        "Voila.load_config_file",
        "Voila.listen",
        "Voila.stop",
        "Voila.static_paths",
        "Voila.template_paths",
        "Voila.themes_dir",
        "Voila.labextensions_path",
        "Voila.tornado_settings",
    ),
    "voila.configuration": (
        "VoilaConfiguration.http_header_envs",
        "VoilaConfiguration.prelaunch_hook",
        "VoilaConfiguration.file_allowlist",
        "VoilaConfiguration.extension_allowlist",
        "VoilaConfiguration.multi_kernel_manager_class",
        "VoilaConfiguration.kernel_spec_manager_class",
        "VoilaConfiguration.allow_template_override",
    ),
    "voila.tornado.handler": ("TornadoVoilaHandler.get",),
    "voila.tornado.kernel_websocket_handler": (
        "VoilaKernelWebsocketHandler.open",
        "VoilaKernelWebsocketHandler.on_message",
        "VoilaKernelWebsocketHandler.on_close",
        "VoilaKernelWebsocketHandler.pre_get",
    ),
    "voila.static_file_handler": ("MultiStaticFileHandler", "TemplateStaticFileHandler"),
    "jupyter_server.auth.identity": (
        "IdentityProvider.get_user",
        "IdentityProvider.get_user_cookie",
        "IdentityProvider.user_from_cookie",
        "IdentityProvider.user_to_cookie",
        "IdentityProvider.set_login_cookie",
        "IdentityProvider.clear_login_cookie",
        "IdentityProvider.secure_cookie",
        "IdentityProvider.get_secure_cookie_kwargs",
    ),
    "jupyter_server.auth.authorizer": ("Authorizer.is_authorized",),
    "jupyter_server.auth.decorator": ("allow_unauthenticated", "authorized"),
    "jupyter_server.base.handlers": ("JupyterHandler.check_host", "APIHandler.options", "FileFindHandler.get"),
    "jupyter_server.services.kernels.handlers": ("KernelHandler.get", "KernelHandler.delete"),
    "jupyter_server.services.kernels.kernelmanager": (
        "AsyncMappingKernelManager.start_kernel",
        "AsyncMappingKernelManager.remove_kernel",
        "AsyncMappingKernelManager.kernel_model",
    ),
    "jupyterlab_server.themes_handler": ("ThemesHandler.get",),
    "jupyter_client.kernelspec": ("KernelSpecManager.kernel_dirs",),
}
_LIBRARIES = ("voila", "jupyter-server", "jupyterlab-server", "jupyter-client")


def missing() -> list[str]:
    """The names that the installed libraries no longer have."""
    return [f"{module}.{name}" for module, names in TAKEN.items() for name in names if not _is_there(module, name)]


def require_known() -> None:
    """Go on only with libraries whose inside is the one known here.

    Raises:
        CannotServe: it is not; without these names the rules of access might not hold.
    """
    if lost := missing():
        installed = "、".join(f"{name} {version(name)}" for name in _LIBRARIES)
        raise CannotServe(
            f"已安装的 {installed} 中没有 {'、'.join(lost)}，登录和权限可能失效，没有启动。"
            "请按 constraints.txt 重新安装这几个软件。"
        )


def _is_there(module: str, name: str) -> bool:
    try:
        found = import_module(module)
    except ImportError:
        return False
    for part in name.split("."):
        if not hasattr(found, part):
            return False
        found = getattr(found, part)
    return True
