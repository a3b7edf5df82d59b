"""Where the bundled program starts: worker processes of a frozen program begin here too."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()
    from gui.launch import main

    sys.exit(main())
