import nock from 'nock';

// A test that leaves this machine is a defect: every HTTP call but to loopback fails at once.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);
