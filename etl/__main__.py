"""What `python -m etl` runs: `etl.commands.command_line`, with less work while its libraries are imported."""

import os
import sys

from etl import collector

if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy's threads, one a core, would wait by spinning
    with collector.pause_collection():  # all that libraries make on import stays
        from etl.commands import command_line
    collector.freeze_objects()
    sys.exit(command_line.main())
