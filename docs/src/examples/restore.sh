cd /opt/chask
systemctl stop chask
runuser -u chask -- deploy/restore.sh /var/lib/chask /var/backups/chask-2026-11-25.tar.gz
systemctl start chask
