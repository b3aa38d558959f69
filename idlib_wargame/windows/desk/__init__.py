"""The facilitator's window: what now, and what is everyone doing?"""
