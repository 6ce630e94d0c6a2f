#!/usr/bin/env bash
# Checks in the built image what the design promises. Exit status 0 when all holds.
# Usage: test/smoke.sh [IMAGE]
set -euo pipefail
image=${1:-localhost/server-locked:1.0.0}
exec podman run --rm --network=none --security-opt label=disable \
  --mount "type=image,source=$image,destination=/run/image" \
  --volume "$(cd "$(dirname "$0")" && pwd)/inside-image.sh:/run/inside-image.sh:ro" \
  --entrypoint bash "$image" /run/inside-image.sh
