"""A YAML loader that refuses a key written twice, of which YAML would silently keep the last."""

from typing import Any

import yaml


class RepeatedKey(yaml.MarkedYAMLError):
    """A mapping has a key twice; ``where`` is the second one's place."""

    def __init__(self, key: str, mark: yaml.Mark) -> None:
        """Keep the key and its place."""
        super().__init__(problem="repeated key", problem_mark=mark)
        self.key = key
        self.where = place(mark)


class UniqueKeyLoader(yaml.SafeLoader):
    """The safe loader, stricter."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping whose keys are all different."""
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if isinstance(key, str) and key in seen:
                raise RepeatedKey(key, key_node.start_mark)
            seen.add(str(key))
        return super().construct_mapping(node, deep=deep)


def place(mark: yaml.Mark | None) -> str:
    """Line and column in words; ``文件`` where they are not known."""
    return f"第{mark.line + 1}行第{mark.column + 1}列" if mark else "文件"
