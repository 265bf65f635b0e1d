"""The launcher under what `chegara@.service` takes from it, as far as that can be had without systemd.

`python -m bench.hardening`, with the flags of `python -m pages.server`: umask 0027, no core files, no memory
that can be written and run (`MemoryDenyWriteExecute`; Linux 6.3 or newer).
"""

import ctypes
import os
import resource

from pages.server.__main__ import main

SET_MDWE, REFUSE_EXEC_GAIN = 65, 1
"""Of `prctl(2)`."""


def harden() -> bool:
    """Whether the kernel knows how to refuse such memory; it stays so for child processes."""
    os.umask(0o027)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return bool(ctypes.CDLL(None).prctl(SET_MDWE, REFUSE_EXEC_GAIN, 0, 0, 0) == 0)


if __name__ == "__main__":
    if not harden():
        print("This kernel does not know MemoryDenyWriteExecute: not tried")
    main(prog_name="python -m bench.hardening")
