"""The Cases page: what is carried up and comes back, in lanes, and every case as a list."""

from ui.pages.cases.page import CasesPage as CasesPage
