"""What people do at the desk: one function is one thing a person does."""
