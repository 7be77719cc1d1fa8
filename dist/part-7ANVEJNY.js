var e="WORKTREE";export{e as a};
