"""Rules on materials (申请材料)."""

from workbench.checks.material import (
    mat_basis_city,
    mat_basis_provdept,
    mat_basis_rank,
    mat_basis_req,
    mat_catchall,
    mat_commit,
    mat_copies,
    mat_dup,
    mat_fields,
    mat_formsample,
    mat_netverify,
    mat_preapproval,
    mat_previous,
    mat_proof,
    mat_reasonable,
    mat_selfverify,
    mat_shared,
)
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    mat_fields.RULE,
    mat_basis_req.RULE,
    mat_basis_rank.RULE,
    mat_basis_provdept.RULE,
    mat_basis_city.RULE,
    mat_catchall.RULE,
    mat_proof.RULE,
    mat_preapproval.RULE,
    mat_previous.RULE,
    mat_shared.RULE,
    mat_netverify.RULE,
    mat_selfverify.RULE,
    mat_commit.RULE,
    mat_copies.RULE,
    mat_formsample.RULE,
    mat_reasonable.RULE,
    mat_dup.RULE,
)

__all__ = ["RULES"]
