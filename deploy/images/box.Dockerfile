# What a box holds: Python, in which its supervisor is written, and one family of languages, whose Debian packages PACKAGES names.
#   docker build -f deploy/images/box.Dockerfile --build-arg PACKAGES="g++" -t judges/box-cpp deploy/images
# ./judges images builds them all, from the list in services/CodeJudge/Languages.
FROM debian:bookworm-slim
ARG PACKAGES=
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 $PACKAGES \
 && rm -rf /var/lib/apt/lists/*
