"""The directory: people and organisations as they are called on a day, found as one types, mended in place."""

from ui.pages.directory.page import DirectoryPage as DirectoryPage
