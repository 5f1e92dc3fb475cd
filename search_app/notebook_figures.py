# SPDX-License-Identifier: EUPL-1.2
"""Plotly figures in a notebook without internet: nothing is fetched when one is shown."""

from collections.abc import Mapping

RENDERER = "databank"


def use_offline_figures() -> None:
    """Show figures in the house style; the program that draws them goes into the notebook, once.

    Plotly's own renderer for notebooks still fetches MathJax from a server for every figure.
    """
    import plotly.io
    from plotly.io.base_renderers import NotebookRenderer

    class OfflineRenderer(NotebookRenderer):  # type: ignore[misc]  # Plotly has no types
        def to_mimebundle(self, fig_dict: Mapping[str, object]) -> dict[str, str]:
            html = plotly.io.to_html(
                fig_dict, full_html=False, include_plotlyjs=False, include_mathjax=False, validate=False
            )
            return {"text/html": html}

    plotly.io.renderers[RENDERER] = OfflineRenderer()
    plotly.io.renderers.default = RENDERER
    plotly.io.templates.default = "plotly_white"
