"""All that the server answers. Whatever is not listed here does not exist."""

from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated, authorized
from jupyter_server.base.handlers import APIHandler, FileFindHandler, JupyterHandler
from jupyter_server.services.kernels.handlers import KernelHandler
from jupyterlab_server.themes_handler import ThemesHandler
from tornado.web import HTTPError, StaticFileHandler
from voila.static_file_handler import MultiStaticFileHandler, TemplateStaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler

from workbench.serving.channels import Channels
from workbench.serving.health import Health, Metrics
from workbench.serving.pages import ASSETS, HOME, NOTEBOOK, THEME
from workbench.serving.signing_in import PlainHandler, SignIn, SignOut

_KERNEL = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"

Route = tuple[Any, ...]


class Home(PlainHandler):
    """The server's root."""

    def get(self) -> None:
        """Go on to the review."""
        self.redirect(HOME)


class Missing(PlainHandler):
    """Every address that is not listed."""

    def get(self) -> None:
        """There is nothing here; who is not signed in is asked for that first and learns nothing."""
        raise HTTPError(404)

    head = post = put = patch = delete = options = get


class PublicFiles(PlainHandler, StaticFileHandler):
    """Style sheets of the sign-in page; nothing of the review."""

    @allow_unauthenticated
    async def get(self, path: str, include_body: bool = True) -> None:
        """Send the file."""
        await StaticFileHandler.get(self, path, include_body)

    @allow_unauthenticated
    async def head(self, path: str) -> None:
        """Send the file's headers."""
        await StaticFileHandler.get(self, path, include_body=False)


class _SignedIn(JupyterHandler):
    """Files for signed-in users only: the libraries give them to everyone."""

    def get(self, path: str, include_body: bool = True) -> Any:
        return super().get(path, include_body)

    def head(self, path: str) -> Any:
        return super().get(path, include_body=False)


class PageFiles(_SignedIn, MultiStaticFileHandler):  # type: ignore[misc]  # voila ships no types
    """Voila's scripts."""


class TemplateFiles(_SignedIn, TemplateStaticFileHandler):  # type: ignore[misc]  # the same
    """The files of Voila's templates."""


class Themes(_SignedIn, ThemesHandler):
    """JupyterLab's themes."""


class Extensions(_SignedIn, FileFindHandler):
    """The widgets' scripts."""


class _NoOptions(APIHandler):
    """Other sites have nothing to ask here: the library answers OPTIONS to everyone."""

    def options(self, *_args: Any, **_kwargs: Any) -> None:
        raise HTTPError(405)


class Kernel(_NoOptions, KernelHandler):
    """What a page asks about its kernel."""


class Shutdown(_NoOptions):
    """A page that is left ends its kernel."""

    auth_resource = "kernels"

    @authorized
    async def post(self, kernel_id: str) -> None:
        """End the kernel."""
        await self.kernel_manager.shutdown_kernel(kernel_id)  # type: ignore[no-untyped-call]  # nor is it typed there
        self.set_status(204)


def routes(server: Any) -> list[Route]:
    """The routes of a server, first match first."""
    voila = {
        "template_paths": server.template_paths,
        "config": server.config,
        "voila_configuration": server.voila_configuration,
    }
    themes = {
        "path": server.themes_dir,
        "themes_url": "/voila/api/themes",
        "labextensions_path": server.labextensions_path,
        "no_cache_paths": ["/"],
    }
    return [
        (r"/", Home),
        (r"/login", SignIn),
        (r"/logout", SignOut),
        (r"/health", Health),
        (r"/metrics", Metrics),
        (r"/assets/(theme\.css)", PublicFiles, {"path": str(THEME)}),
        (r"/assets/([a-z_]+\.(?:css|js))", PublicFiles, {"path": str(ASSETS)}),
        (rf"/voila/render/({NOTEBOOK})", TornadoVoilaHandler, voila),
        (r"/voila/static/(.*)", PageFiles, {"paths": server.static_paths}),
        (r"/voila/templates/(.*)", TemplateFiles),
        (r"/voila/api/themes/(.*)", Themes, themes),
        (r"/voila/labextensions/(.*)", Extensions, {"path": server.labextensions_path, "no_cache_paths": ["/"]}),
        (rf"/voila/api/shutdown/{_KERNEL}", Shutdown),
        (rf"/api/kernels/{_KERNEL}", Kernel),
        (rf"/api/kernels/{_KERNEL}/channels", Channels),
        (r"/.*", Missing),
    ]
