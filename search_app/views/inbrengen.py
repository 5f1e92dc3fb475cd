# SPDX-License-Identifier: EUPL-1.2
"""Page Inbrengen: bring cases, check what was taken out, see what is alike, save."""

import streamlit as st

from search_app.ui import intake_alike, intake_check, intake_list, intake_mapping, intake_start, session
from search_app.ui import intake_parts as parts
from search_app.ui import intake_state as state
from search_app.ui.intake_state import Step

spoken = session.language()
work = state.work()
st.html(parts.top(work.step, work.open, spoken))
parts.last_message(spoken)
if work.step is Step.BRING:
    intake_start.bring(spoken)
elif work.step is Step.MAP:
    intake_mapping.mapping(spoken)
elif work.step is Step.DONE:
    intake_alike.saved(spoken)
elif work.open is None:
    intake_list.case_list(spoken)
elif work.step is Step.CHECK:
    intake_check.check(work.open, spoken)
else:
    intake_alike.alike(work.open, spoken)
