"""The inside of the libraries that the rules of access lean on."""

import pytest

from workbench.serving import CannotServe, pinned


def test_the_libraries_are_as_known():
    """Voila and jupyter-server still have every name that the server takes from their inside."""
    assert pinned.missing() == []
    pinned.require_known()


def test_a_name_that_went_away_stops_the_start(monkeypatch):
    """After an upgrade that renames something the server says what and how to go back, and does not serve."""
    monkeypatch.setitem(pinned.TAKEN, "voila.app", ("Voila.init_handlers", "Voila.renamed_in_2027"))
    monkeypatch.setitem(pinned.TAKEN, "voila.no_such_module", ("Anything",))
    with pytest.raises(
        CannotServe, match=r"没有 voila.app.Voila.renamed_in_2027、voila.no_such_module.Anything"
    ) as told:
        pinned.require_known()
    assert "请按 constraints.txt 重新安装" in str(told.value)
