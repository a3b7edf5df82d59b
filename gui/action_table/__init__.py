"""Every action of the window in one table: its words, its keys, its drawing."""

from gui.action_table.pages import PAGES
from gui.action_table.reader import READER
from gui.action_table.team import TEAM
from gui.action_table.window import WINDOW

SPECS = (*WINDOW, *READER, *PAGES, *TEAM)
