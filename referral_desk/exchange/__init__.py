"""What comes in and goes out in other programs' formats: calendar entries, mails, Word documents."""
