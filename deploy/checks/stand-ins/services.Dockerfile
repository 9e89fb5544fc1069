# Debian's MariaDB, Redis, HAProxy and Prometheus with the accounts, folders and start commands of the official images: enough to see whether
# the compositions' restrictions let such an image work. Made by ../try-containers where the real ones cannot be pulled.
FROM debian:bookworm-slim AS redis
RUN groupadd -r -g 999 redis && useradd -r -g redis -u 999 redis && \
    apt-get update && apt-get install -y --no-install-recommends redis-server && \
    mkdir /data && chown redis:redis /data
VOLUME /data
WORKDIR /data
CMD ["redis-server"]

FROM debian:bookworm-slim AS haproxy
RUN apt-get update && apt-get install -y --no-install-recommends haproxy && \
    groupmod -g 99 haproxy && usermod -u 99 -g 99 haproxy && chown -R haproxy:haproxy /var/lib/haproxy
STOPSIGNAL SIGUSR1
USER haproxy
WORKDIR /var/lib/haproxy
CMD ["haproxy", "-W", "-db", "-f", "/usr/local/etc/haproxy/haproxy.cfg"]

FROM debian:bookworm-slim AS prometheus
RUN apt-get update && apt-get install -y --no-install-recommends prometheus && \
    mkdir /prometheus && chown nobody:nogroup /prometheus
VOLUME /prometheus
USER nobody
WORKDIR /prometheus
ENTRYPOINT ["prometheus"]

FROM debian:bookworm-slim AS mariadb
RUN groupadd -r -g 999 mysql && useradd -r -g mysql -u 999 mysql && \
    apt-get update && apt-get install -y --no-install-recommends mariadb-server-core mariadb-client && \
    rm -rf /var/lib/mysql && mkdir -p /var/lib/mysql /run/mysqld && \
    chown mysql:mysql /var/lib/mysql /run/mysqld && chmod 1777 /run/mysqld
COPY mariadb-entrypoint /usr/local/bin/docker-entrypoint.sh
COPY mariadb-healthcheck /usr/local/bin/healthcheck.sh
VOLUME /var/lib/mysql
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["mariadbd"]
