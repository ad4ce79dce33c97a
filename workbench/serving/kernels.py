"""Kernels belong to the user they were started for; nobody else may touch them."""

from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_server.auth.authorizer import Authorizer
from jupyter_server.auth.identity import User
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import HTTPError
from traitlets import Dict, List

from workbench.serving.identity import USER_VARIABLE


class OwnedKernels(AsyncMappingKernelManager):
    """Starts kernels for a named user only, and remembers whose they are."""

    _owners = Dict()

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]  # by its types the base is not async
        """Start a kernel for the user that the server put into its environment.

        Raises:
            HTTPError: 403, there is no user.
        """
        owner = (kwargs.get("env") or {}).get(USER_VARIABLE)
        if not owner:
            raise HTTPError(403)
        kernel = str(await super().start_kernel(**kwargs))
        self._owners[kernel] = owner
        return kernel

    def owner(self, kernel: str) -> str | None:
        """The user of a running kernel."""
        return self._owners.get(kernel) if kernel in self else None

    def remove_kernel(self, kernel_id: str) -> Any:
        """Forget a kernel that ended."""
        self._owners.pop(kernel_id, None)
        return super().remove_kernel(kernel_id)


class OwnKernelsOnly(Authorizer):
    """Lets a user do what concerns a kernel of their own, and refuses everything else."""

    def is_authorized(self, handler: Any, user: User, action: str, resource: str) -> bool:  # noqa: ARG002 - the library's signature
        """Whether the request's kernel is the user's; an unknown one is nobody's."""
        kernel = handler.path_kwargs.get("kernel_id", "")
        return resource == "kernels" and handler.kernel_manager.owner(kernel) == user.username


class NativeKernel(KernelSpecManager):
    """Knows only the Python that the server itself runs on, whatever kernels a user has installed."""

    kernel_dirs = List([])  # type: ignore[var-annotated]  # traitlets types a trait as what it holds
