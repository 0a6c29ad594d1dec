"""What stands between a stranger and the desk: papers made safe, pages drawn apart, words that must not leave."""
