"""A seat's window: what do I want, what can I do, what have I sealed?"""
