cd /opt/chask
systemctl stop chask
runuser -u chask -- deploy/backup.sh /var/lib/chask "/var/backups/chask-$(date +%F).tar.gz"
systemctl start chask
