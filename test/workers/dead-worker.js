// A worker that never gets ready, as when its knowledge is damaged.
throw new Error('planted: knowledge is damaged')
