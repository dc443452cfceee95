systemctl stop chask
tar --create --zstd --file "chask-$(date +%F).tar.zst" --directory /var/lib chask
systemctl start chask
