# What a box holds: Python, in which its supervisor is written, and one family of languages, whose Debian packages PACKAGES names.
#   docker build -f deploy/images/box.Dockerfile --build-arg PACKAGES="g++" -t judges/box-cpp deploy/images
# ./judges images builds them all, from the list in services/CodeJudge/Languages.
FROM debian:bookworm-slim
# A layer of its own: all families have it.
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/*
ARG PACKAGES=
# A slim image has no folder for manuals, and Java's packages end without one.
RUN dpkg-query -W $PACKAGES >/dev/null 2>&1 || { mkdir -p /usr/share/man/man1 \
 && apt-get update \
 && apt-get install -y --no-install-recommends $PACKAGES \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/*; }
