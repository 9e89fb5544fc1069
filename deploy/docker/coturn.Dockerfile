# The relay: Debian's coturn with deploy/coturn's configuration. This very version is what e2e/natlab tries to get around;
# the address ranges it refuses mean other things in other versions.
FROM debian:bookworm-slim
# Numbers that manifests can name, before the package picks some itself.
RUN groupadd --gid 10002 turnserver && \
    useradd --uid 10002 --gid 10002 --no-create-home --home-dir /var/lib/turn --shell /usr/sbin/nologin turnserver && \
    apt-get update && \
    apt-get install -y --no-install-recommends coturn libcap2-bin && \
    setcap cap_net_bind_service=+ep /usr/bin/turnserver && \
    apt-get purge -y --auto-remove libcap2-bin && \
    rm -rf /var/lib/apt/lists/*
COPY deploy/coturn/start deploy/coturn/turnserver.conf /opt/eyestalk-turn/
LABEL org.opencontainers.image.title="EyesTalk relay" \
      org.opencontainers.image.description="coturn with the hardened configuration of EyesTalk" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.base.name="debian:bookworm-slim"
EXPOSE 3478/udp 3478/tcp 443/tcp 49160-50359/udp
USER 10002:10002
HEALTHCHECK --interval=30s --timeout=5s --start-period=5s --retries=3 CMD ["turnutils_stunclient", "-p", "3478", "127.0.0.1"]
ENTRYPOINT ["/opt/eyestalk-turn/start"]
