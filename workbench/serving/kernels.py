"""Kernels belong to the user they were started for; nobody else may touch them."""

from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_server.auth.authorizer import Authorizer
from jupyter_server.auth.identity import User
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import HTTPError
from traitlets import Dict, List

from workbench.serving.identity import USER_VARIABLE

#: Pages that a user may have open at once; each is a kernel of about 100 MB.
AT_ONCE = 12


class OwnedKernels(AsyncMappingKernelManager):
    """Starts kernels for a named user only, and remembers whose they are."""

    _owners = Dict()

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]  # by its types the base is not async
        """Start a kernel for the user that the server put into its environment.

        Raises:
            HTTPError: 403, there is no user; 429, the user has too many pages open.
        """
        owner = (kwargs.get("env") or {}).get(USER_VARIABLE)
        if not owner:
            raise HTTPError(403)
        await self._make_room(owner)
        kernel = str(await super().start_kernel(**kwargs))
        self._owners[kernel] = owner
        return kernel

    def owner(self, kernel: str) -> str | None:
        """The user of a running kernel."""
        return self._owners.get(kernel) if kernel in self else None

    async def end_of(self, user: str) -> None:
        """End all kernels of a user."""
        for kernel in self._of(user):
            await self.shutdown_kernel(kernel)  # type: ignore[no-untyped-call]  # nor is it typed there

    def _of(self, user: str) -> list[str]:
        """The user's kernels, oldest first."""
        return [kernel for kernel, owner in self._owners.items() if owner == user and kernel in self]

    async def _make_room(self, user: str) -> None:
        """At the limit, end the oldest kernel whose page is gone."""
        own = self._of(user)
        if len(own) < AT_ONCE:
            return
        left = next((kernel for kernel in own if not self.kernel_model(kernel)["connections"]), None)  # type: ignore[no-untyped-call]  # the same
        if left is None:
            raise HTTPError(429)
        await self.shutdown_kernel(left)  # type: ignore[no-untyped-call]  # the same

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
