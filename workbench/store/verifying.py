"""Whether the logs are whole: every hash, every number, and nothing gone from the end."""

from sqlalchemy import Connection, func, select, text

from workbench.store import chain, events, exports, moves
from workbench.store.chain_tables import moves as move_log
from workbench.store.newest import newest
from workbench.store.refusals import NotAllowed
from workbench.store.tables import events as event_log

#: Whether the policies of row level security choose among the rows: a server's login has one that lets all through.
_CHOSEN = text(
    "SELECT row_security_active('events') AND NOT EXISTS (SELECT FROM pg_auth_members m"
    " JOIN pg_roles c ON c.oid = m.roleid JOIN pg_roles l ON l.oid = m.member"
    " WHERE c.rolname = 'workbench_server' AND l.rolname = session_user)"
)


def faults(connection: Connection) -> list[str]:
    """What is broken; raises as :meth:`workbench.store.Store.verify`."""
    _require_all_seen(connection)
    found = chain.faults(events.since(connection, 0))
    found += chain.faults(moves.since(connection, 0), "流转记录")
    last, touched = events.last(connection), exports.last_touch(connection)
    if touched > last:
        found.append(f"第 {last + 1} 号记录至第 {touched} 号记录缺失：记录的末尾被删除。")
    return found


def _require_all_seen(connection: Connection) -> None:
    if connection.dialect.name != "postgresql" or not connection.scalar(_CHOSEN):
        return
    seen = [connection.scalar(select(func.count()).select_from(log)) for log in (event_log, move_log)]
    if seen != [newest(connection, "event")[0], newest(connection, "move")[0]]:
        raise NotAllowed(
            "这个数据库账号只看得到部分审核记录，不能核验哈希链。请由管理员用服务账号或表所有者的地址核验。"
        )
