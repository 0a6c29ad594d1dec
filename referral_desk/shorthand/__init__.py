"""What is typed short: an action with owner and date, a day in words, the query of the Actions page."""
