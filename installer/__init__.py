"""Set-up, checks and packaging of Referral Desk; needs nothing but Python to start."""
