loader();
