# The front door. The build itself is CMakeLists.txt; everything that is made goes into build/.
#
#   LWIP_DIR=, MICROPYTHON_DIR=  your own copies of the sources; they are read only
#   BOARD=                       the demo's: mps2-an385 (Arm), pc-i386, riscv-virt
#   JOBS=                        parallel jobs

BUILD := build
BOARD := mps2-an385
JOBS  := $(shell nproc)
LWIP_DIR        :=
MICROPYTHON_DIR :=

MAKEFLAGS += --no-print-directory

# Where fetched sources are kept when no others are named.
lwip        := $(or $(LWIP_DIR),$(BUILD)/third_party/lwip)
micropython := $(or $(MICROPYTHON_DIR),$(BUILD)/third_party/micropython)

.PHONY: help demo test build lint format clean

help:
	@echo 'make demo    a MicroPython prompt in QEMU asks a web server on this machine for a page;'
	@echo '             with BOARD=pc-i386 or BOARD=riscv-virt on another processor'
	@echo 'make test    builds everything and runs all tests'
	@echo 'make build   builds everything'
	@echo 'make lint    the linters alone'
	@echo 'make format  clang-format over our files'
	@echo 'make clean   removes what was built; what was fetched stays ($(BUILD)/third_party)'

demo:
	@tools/setup.sh demo $(BOARD)
	@$(if $(LWIP_DIR),,tools/fetch.sh lwip $(lwip))
	@$(if $(MICROPYTHON_DIR),,tools/fetch.sh micropython $(micropython))
	@echo 'demo: building the firmware (the first time takes a minute)'
	@bindings/micropython/build.sh --board $(BOARD) $(abspath $(micropython)) $(abspath $(lwip)) \
	    $(abspath $(BUILD)/firmware)
	@demo/run.py --machine $(BOARD) --firmware $(BUILD)/firmware/$(BOARD)/firmware.elf

build:
	@tools/setup.sh test
	cmake -G Ninja -S . -B $(BUILD) -DLWIP_DIR='$(abspath $(LWIP_DIR))' \
	    -DMICROPYTHON_DIR='$(abspath $(MICROPYTHON_DIR))'
	cmake --build $(BUILD) -j $(JOBS)

test: build
	cd $(BUILD) && ctest --output-on-failure -j $(JOBS)

lint: build
	cd $(BUILD) && ctest --output-on-failure -j $(JOBS) -L lint

format:
	tools/lint.sh reformat

clean:
	find $(BUILD) -mindepth 1 -maxdepth 1 ! -name third_party -exec rm -rf {} + 2>/dev/null || true
