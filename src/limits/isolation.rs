//! What a worker gives up before it looks into a document, and how far that went.

use serde::{Deserialize, Serialize};

/// How far the processes that read documents are cut off, from most to least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Isolation {
    /// The system calls that are left open no file, no socket and no process, and the file system is closed besides.
    Full,
    /// The system calls that are left open no file, no socket and no process.
    Calls,
    /// Only memory and time are limited.
    Memory,
    /// Only time is limited.
    Time,
}

impl Isolation {
    /// Id of the message for the head of a report.
    pub fn message(self) -> &'static str {
        match self {
            Isolation::Full => "sandbox-full",
            Isolation::Calls => "sandbox-calls",
            Isolation::Memory => "sandbox-memory",
            Isolation::Time => "sandbox-time",
        }
    }
}

/// Cuts the calling thread, and all that it starts, off from the rest of the system. It keeps what it has open: the pipes to
/// its parent. What the system does not offer is left out; the result says how far it went.
#[cfg(all(target_os = "linux", target_endian = "little", any(target_arch = "x86_64", target_arch = "aarch64")))]
pub(super) fn cut_off() -> Isolation {
    // Without root there are no capabilities to drop.
    let none = rustix::thread::CapabilitySet::empty();
    let sets = rustix::thread::CapabilitySets { effective: none, permitted: none, inheritable: none };
    let _ = rustix::thread::set_capabilities(None, sets);
    let is_closed = linux::close_file_system().unwrap_or(false);
    match (linux::filter_calls(), is_closed) {
        (Ok(()), true) => Isolation::Full,
        (Ok(()), false) => Isolation::Calls,
        (Err(_), _) => Isolation::Memory,
    }
}

/// This system offers nothing beyond limits of memory and time.
#[cfg(not(all(target_os = "linux", target_endian = "little", any(target_arch = "x86_64", target_arch = "aarch64"))))]
pub(super) fn cut_off() -> Isolation {
    if cfg!(unix) { Isolation::Memory } else { Isolation::Time }
}

#[cfg(all(target_os = "linux", target_endian = "little", any(target_arch = "x86_64", target_arch = "aarch64")))]
mod linux {
    use std::error::Error;

    use landlock::{ABI, Access, AccessFs, Ruleset, RulesetAttr, RulesetStatus, Scope};
    use seccompiler::{BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter};
    use seccompiler::{SeccompRule, TargetArch};

    /// Landlock: no path may be opened. False if the kernel has none of it.
    pub(super) fn close_file_system() -> Result<bool, Box<dyn Error>> {
        let ruleset = Ruleset::default().handle_access(AccessFs::from_all(ABI::V5))?.scope(Scope::from_all(ABI::V6))?;
        let ruleset = ruleset.create()?;
        Ok(ruleset.restrict_self()?.ruleset != RulesetStatus::NotEnforced)
    }

    /// The system calls of a process that computes, and speaks over pipes that are open.
    const CALLS: &[i64] = &[
        libc::SYS_read,
        libc::SYS_readv,
        libc::SYS_write,
        libc::SYS_writev,
        libc::SYS_close,
        libc::SYS_fstat,
        libc::SYS_ppoll,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        libc::SYS_brk,
        libc::SYS_futex,
        libc::SYS_getrandom,
        libc::SYS_clock_gettime,
        libc::SYS_clock_nanosleep,
        libc::SYS_nanosleep,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_getpid,
        libc::SYS_gettid,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_restart_syscall,
        libc::SYS_set_robust_list,
        libc::SYS_rseq,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];

    /// Seccomp: any other call fails as if the kernel did not know it. A thread may be started, a process not; memory may not
    /// become code.
    pub(super) fn filter_calls() -> Result<(), Box<dyn Error>> {
        let has_bits = |argument: u8, mask: i32, value: i32| -> Result<SeccompRule, Box<dyn Error>> {
            let operator = SeccompCmpOp::MaskedEq(u64::try_from(mask)?);
            let condition = SeccompCondition::new(argument, SeccompCmpArgLen::Qword, operator, u64::try_from(value)?)?;
            Ok(SeccompRule::new(vec![condition])?)
        };
        let is_thread = has_bits(0, libc::CLONE_THREAD, libc::CLONE_THREAD)?;
        let is_data = || has_bits(2, libc::PROT_EXEC, 0);
        let equals = |argument: u8, value: u64| -> Result<SeccompRule, Box<dyn Error>> {
            let condition = SeccompCondition::new(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, value)?;
            Ok(SeccompRule::new(vec![condition])?)
        };
        // A process that fails ends itself by a signal; it may send none to others.
        let is_own = equals(0, u64::from(std::process::id()))?;
        let names_thread = equals(0, u64::try_from(libc::PR_SET_NAME)?)?;
        let calls = CALLS.iter().map(|call| (*call, Vec::new()));
        let bounded = [
            (libc::SYS_clone, vec![is_thread]),
            (libc::SYS_tgkill, vec![is_own]),
            (libc::SYS_prctl, vec![names_thread]),
            (libc::SYS_mmap, vec![is_data()?]),
            (libc::SYS_mprotect, vec![is_data()?]),
        ];
        let filter = SeccompFilter::new(
            calls.chain(bounded).collect(),
            SeccompAction::Errno(u32::try_from(libc::ENOSYS)?),
            SeccompAction::Allow,
            TargetArch::try_from(std::env::consts::ARCH)?,
        )?;
        seccompiler::apply_filter(&BpfProgram::try_from(filter)?)?;
        Ok(())
    }
}
