"""The window of Referral Desk. How to build a page: ui/page.py; looks: ui/theme.py; parts: ui/widgets/."""
