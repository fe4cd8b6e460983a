"""Keep or remove an own case and tell every page of it, with a way to undo that; write one to a file."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from raadsapp.content.case_drafts import Draft
from raadsapp.domain.case import Case
from raadsapp.domain.case_editing import tidy
from raadsapp.domain.changes import Changes
from raadsapp.errors import UserError
from raadsapp.services import case_drafts, own_cases
from raadsapp.ui.state import AppState

if TYPE_CHECKING:  # the page opens without the rules for personal data
    from raadsapp.services.case_privacy import CaseLook
    from raadsapp.store.own_cases import StoredCase


def keep_case(state: AppState, draft: Draft, look: "CaseLook | None") -> Case:
    """Keep a case in the dossier; UserError when something still stands in the way."""
    before = own_cases.kept_before(state.session, draft.case.key)
    kept, changes = own_cases.save(state.session, draft, look, datetime.now().astimezone())
    _tell(state, changes, partial(_undo_keeping, state, draft, before))
    return kept


def remove_case(state: AppState, key: str, also: str = "") -> None:
    """Let go of an own case and say so, with `also` behind it; UserError when there is none with this key."""
    before = own_cases.kept_before(state.session, key)
    changes = own_cases.remove(state.session, key)
    told = replace(changes, message=f"{changes.message} {also}".rstrip())
    _tell(state, told, partial(_bring_back, state, key, before))


def export_case(state: AppState, case: Case, path: Path) -> None:
    """Write a case to a file of its own, and say where it is or why it is not."""
    try:
        own_cases.export(tidy(case), path)
    except UserError as error:
        state.notify(str(error))
    else:
        state.notify(f"De casus staat in {path}.")


def _undo_keeping(state: AppState, draft: Draft, before: "StoredCase | None") -> None:
    """What was written is a draft again: it is lost neither way."""
    case_drafts.keep(draft)
    _bring_back(state, draft.case.key, before)


def _bring_back(state: AppState, key: str, before: "StoredCase | None") -> None:
    _tell(state, own_cases.bring_back(state.session, key, before), None)


def _tell(state: AppState, changes: Changes, undo: "partial[None] | None") -> None:
    state.renew_session(own_cases.renewed(state.session))
    state.announce(changes, undo)
