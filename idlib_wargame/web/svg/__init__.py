"""What is drawn on a page: maps, ladders and bars, as SVG that follows the page's colours.

Only presentation attributes and classes stand in it: pages allow no styles of their own.
"""
