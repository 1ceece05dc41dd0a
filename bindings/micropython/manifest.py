# What is frozen into the firmware: asyncio, which comes with MicroPython.
include("$(MPY_DIR)/extmod/asyncio")
