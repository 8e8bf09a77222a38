"""Every refusal has its sentence, and every gap in a sentence has its fact."""

import ast
import importlib
import pkgutil
import re

import kentro_app
from kentro_app.domain.errors import RuleViolation, Unavailable
from kentro_app.i18n.messages import DOUBTS, SENTENCES
from tests.architecture.code import called, nodes

# Windows raise no refusals of their own; alembic runs its own scripts.
RUN_BY_OTHERS = ("kentro_app.gui", "kentro_app.__main__", "kentro_app.storage.migrations")
GAP = re.compile(r"\{(\w+)\}")


def test_every_refusal_has_a_sentence():
    assert sorted(set(refusals()) - set(SENTENCES)) == []


def test_no_sentence_is_left_of_a_refusal_that_is_gone():
    assert sorted(set(SENTENCES) - set(refusals())) == []


def test_every_doubt_has_a_sentence_and_no_sentence_lacks_its_doubt():
    raised = {
        text.value
        for _place, call in nodes(ast.Call, "src")
        if called(call) == "Doubt"
        for text in call.args[1:2]
        if isinstance(text, ast.Constant)
    }

    assert raised == set(DOUBTS)


def test_whoever_refuses_gives_the_facts_that_the_sentence_needs():
    gaps = {code: set(GAP.findall(s)) for code, s in SENTENCES.items() if isinstance(s, str)}
    codes = {kind.__name__: code for code, kind in refusals().items()}

    lacking = [
        f"{place} {called(call)}: {missing}"
        for place, call in nodes(ast.Call, "src")
        if called(call) in codes
        for missing in gaps.get(codes[called(call)], set()) - given(call)
    ]

    assert lacking == []


def refusals():
    """Every kind of refusal in the package, by its code."""
    for module in pkgutil.walk_packages(kentro_app.__path__, "kentro_app."):
        if not module.name.startswith(RUN_BY_OTHERS):
            importlib.import_module(module.name)
    kinds = family(RuleViolation, Unavailable)
    return {k.__new__(k).code: k for k in kinds if k.__module__.startswith("kentro_app.")}


def family(*kinds):
    for kind in kinds:
        yield kind
        yield from family(*kind.__subclasses__())


def given(call):
    """The names of the facts; `**facts` may hold any, and so counts as all."""
    names = {keyword.arg for keyword in call.keywords}
    return AnyName() if None in names else names


class AnyName(frozenset):
    def __rsub__(self, other):
        return set()
