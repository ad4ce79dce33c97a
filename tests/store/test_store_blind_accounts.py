"""Blind and secret for those with accounts of their own, and in remarks."""

from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import make_url

from workbench.records import Comparison, Decision, Pair, Relation, Submission
from workbench.store import NotAllowed

OPINION = "依据不足。"


@pytest.mark.parametrize("backend", ["postgresql"])
def test_the_server_hides_the_first_verdict_from_the_second_reviewer(store, submit, unit_of, postgresql, url):
    """The account of who reviews blindly reads no event of the item and adds none, until the second verdict is there."""
    submit(unit_of(3), ["M-1", "M-2"])
    for item in ("M-1", "M-2"):
        store.record(Decision(item, "cancel", OPINION), "group3")
    _, (task,) = store.draw_second_reviews(3, 1, "seed", "lead3")
    made = {account.user: account.login for account in store.grant_accounts()}
    database = make_url(url).database

    def seen(user):
        with psycopg.connect(host=str(postgresql.folder), user=made[user], dbname=database) as connection:
            return {item for (item,) in connection.execute("SELECT item FROM events")}

    assert seen("group3") == {"M-1", "M-2"}
    assert seen("lead3") == {"M-1", "M-2"} - {task.item}
    store.record_second(Decision(task.item, "delete", OPINION), "lead3")
    assert seen("lead3") == {"M-1", "M-2"}
    store.close()
    postgresql.execute(f"DROP DATABASE {database} WITH (FORCE)")
    postgresql.execute(f"CREATE DATABASE {database}")
    for login in made.values():
        postgresql.execute(f'DROP ROLE "{login}"')


def test_remarks_on_secret_matters_stay_in_their_group(store, matter, unit_of):
    """Neither the other group of a pair nor an analyst reads or writes them; the own group and 省政府法制办 do."""
    for group in (1, 2):
        row = matter(f"M-{group}", unit_of(group))
        row = replace(row, row=replace(row.row, remarks="涉密")) if group == 1 else row
        sent = Submission(f"{group:064}", f"{group}.xlsx", unit_of(group), "省目录", 1, "2017-07-20T01:00:00+00:00", 1)
        store.add_submission(sent, b"PK", [row], {}, {}, [], [])
    store.replace_corpus({}, [Pair("P-1", "M-1", "M-2", Comparison(Relation.SAME, 1.0, "名称相同"))], [])
    said = [store.comment(item, "请核对密级。", "group1") for item in ("M-1", "P-1")]
    for reader in ("group2", "analyst"):
        for item in ("M-1", "P-1"):
            with pytest.raises(NotAllowed):
                store.comments(reader, item)
        assert store.comments(reader) == []
    with pytest.raises(NotAllowed):
        store.comment("P-1", "同意。", "group2")
    for reader in ("lead1", "legality"):
        assert store.comments(reader) == said
