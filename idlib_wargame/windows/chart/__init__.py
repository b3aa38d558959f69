"""The escalation chart: is it getting worse, and because of what?"""
