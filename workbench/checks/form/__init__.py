"""Rules on the form (表式)."""

from workbench.checks.form import form_cols_dept, form_cols_prov, form_empty, form_excel, form_seq
from workbench.checks.rule import Rule

#: Every rule of this topic, in the order of the rule book.
RULES: tuple[Rule, ...] = (
    form_excel.RULE,
    form_cols_prov.RULE,
    form_cols_dept.RULE,
    form_seq.RULE,
    form_empty.RULE,
)

__all__ = ["RULES"]
