/** The types of the API, written by `npm run client` from its own document; not to be edited. */
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process lives */
        get: operations["getHealthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The database answers */
        get: operations["getReadyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getApiSession"];
        put?: never;
        /** Sign in with login and password, or once with a slip code */
        post: operations["postApiSession"];
        /** Sign out: the session ends at once */
        delete: operations["deleteApiSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys of tokens and records */
        get: operations["getWellKnownJwksJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Procedures with the choices each leaves open */
        get: operations["getApiProcedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/procedures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One procedure with the choices that it leaves open */
        get: operations["getApiProceduresId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public directory of communities */
        get: operations["getApiCommunities"];
        put?: never;
        /** Found a community with its first administrator, by the setup token of the installation */
        post: operations["postApiCommunities"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an account with a password and a role */
        post: operations["postApiCommunitiesCAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/accounts/{a}/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a role away */
        delete: operations["deleteApiCommunitiesCAccountsARolesRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/slips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Issue one-time slip codes to residents and representatives; shown this once */
        post: operations["postApiCommunitiesCSlips"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/calendars/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Declare a year’s holidays and make-up working days */
        put: operations["putApiCommunitiesCCalendarsYear"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/adoptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The procedures that the community has adopted */
        get: operations["getApiCommunitiesCAdoptions"];
        put?: never;
        /** Adopt a procedure with every choice made */
        post: operations["postApiCommunitiesCAdoptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/roster/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Preview a CSV roster, or import it */
        post: operations["postApiCommunitiesCRosterImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People on the roster */
        get: operations["getApiCommunitiesCPeople"];
        put?: never;
        /** Put somebody on the roster: moved in, born, left out at the import, or back again */
        post: operations["postApiCommunitiesCPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/bodies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bodies with their seats counted */
        get: operations["getApiCommunitiesCBodies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/bodies/{body}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who sits in a body */
        get: operations["getApiCommunitiesCBodiesBodySeats"];
        put?: never;
        /** Fill seats by election, by-election or appointment, with those that they bring in other bodies */
        post: operations["postApiCommunitiesCBodiesBodySeats"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/people/{id}/leaving": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take whoever moved away or died off the roster; the seats end that day */
        post: operations["postApiCommunitiesCPeopleIdLeaving"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/people/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move somebody to another household of the place */
        post: operations["postApiCommunitiesCPeopleIdMoves"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/people/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put right what the roster says of somebody; birth and sex are corrected by the ID number */
        post: operations["postApiCommunitiesCPeopleIdCorrections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Households with who belongs to them today */
        get: operations["getApiCommunitiesCHouseholds"];
        put?: never;
        /** Open a household for people to move into */
        post: operations["postApiCommunitiesCHouseholds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/bodies/{body}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was, is or would be entitled on a day: counts for everybody, names for the office */
        get: operations["getApiCommunitiesCBodiesBodyRoll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/bodies/{body}/seats/endings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End seats by term, resignation, recall, or absences where a rule says so */
        post: operations["postApiCommunitiesCBodiesBodySeatsEndings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/bodies/{body}/seats/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how many households stand behind representatives, from a day on */
        post: operations["postApiCommunitiesCBodiesBodySeatsHouseholds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/excuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that a member is excused from a meeting */
        post: operations["postApiCommunitiesCMeetingsMExcuses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/dues/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Seats that are lost, or may be ended, by absences in a row */
        get: operations["getApiCommunitiesCDuesAbsences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/dues/rolls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meetings called on whose roll stands somebody who will not be entitled */
        get: operations["getApiCommunitiesCDuesRolls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units with who owns each */
        get: operations["getApiCommunitiesCUnits"];
        /** Record units with their owners, or preview it; known units keep their owner and may be measured anew */
        put: operations["putApiCommunitiesCUnits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/units/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record units from a CSV file, or preview it; owners stand in it by their ID numbers */
        post: operations["postApiCommunitiesCUnitsImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/units/{u}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a unit’s owner from a day on, or who represents the developer for all that is unsold */
        post: operations["postApiCommunitiesCUnitsUTransfers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of topics, newest first */
        get: operations["getApiCommunitiesCTopics"];
        put?: never;
        /** Raise a topic, or enter one that came by another channel */
        post: operations["postApiCommunitiesCTopics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/topics/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter many topics at once, or none */
        post: operations["postApiCommunitiesCTopicsBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/topics/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register as a CSV file for the office */
        get: operations["getApiCommunitiesCTopicsRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/topics/{t}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One topic, with what was merged into it and what it was split into */
        get: operations["getApiCommunitiesCTopicsT"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/topics/{t}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topics that say much the same, nearest first */
        get: operations["getApiCommunitiesCTopicsTSimilar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/topics/{t}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer or refuse a topic that becomes no proposal, with the reason */
        post: operations["postApiCommunitiesCTopicsTAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/topics/{t}/class": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sort a topic */
        post: operations["postApiCommunitiesCTopicsTClass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/topics/{t}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge a topic into another that says the same */
        post: operations["postApiCommunitiesCTopicsTMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/topics/{t}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a merged topic apart again */
        post: operations["postApiCommunitiesCTopicsTUnmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/topics/{t}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Split a topic that says several things */
        post: operations["postApiCommunitiesCTopicsTSplit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/topics/{t}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a topic of one’s own before it is sorted or joined; its number stays in the register */
        post: operations["postApiCommunitiesCTopicsTWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/topics/{t}/supporters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join a topic that somebody else raised */
        post: operations["postApiCommunitiesCTopicsTSupporters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposals, newest first */
        get: operations["getApiCommunitiesCProposals"];
        put?: never;
        /** Open a proposal under an adoption, out of topics */
        post: operations["postApiCommunitiesCProposals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One proposal */
        get: operations["getApiCommunitiesCProposalsP"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every move that leads on, open or with what is missing and by how much */
        get: operations["getApiCommunitiesCProposalsPNext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was resolved, with the arithmetic */
        get: operations["getApiCommunitiesCProposalsPResolution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record of the case, for the verifier */
        get: operations["getApiCommunitiesCProposalsPExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the case on, or put something on its file */
        post: operations["postApiCommunitiesCProposalsPEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge the proposal into another, which takes its topics */
        post: operations["postApiCommunitiesCProposalsPMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every draft of a proposal */
        get: operations["getApiCommunitiesCProposalsPDrafts"];
        put?: never;
        /** Write the next draft */
        post: operations["postApiCommunitiesCProposalsPDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was hung for comment or published */
        get: operations["getApiCommunitiesCProposalsPPostings"];
        put?: never;
        /** Post the newest draft for comment */
        post: operations["postApiCommunitiesCProposalsPPostings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the decision, or its result */
        post: operations["postApiCommunitiesCProposalsPPublications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer comments; one response may answer many */
        post: operations["postApiCommunitiesCProposalsPResponses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/opinions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The experts’ opinions */
        get: operations["getApiCommunitiesCProposalsPOpinions"];
        put?: never;
        /** Give an expert opinion */
        post: operations["postApiCommunitiesCProposalsPOpinions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/supervision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The supervision committee’s opinions on a proposal */
        get: operations["getApiCommunitiesCProposalsPSupervision"];
        put?: never;
        /** File the supervision committee’s opinion */
        post: operations["postApiCommunitiesCProposalsPSupervision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/discussions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cite a discussion of the party organisation */
        post: operations["postApiCommunitiesCProposalsPDiscussions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Comment on what is posted, or object to it */
        post: operations["postApiCommunitiesCProposalsPComments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/postings/{o}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comments on a posting with their answers */
        get: operations["getApiCommunitiesCPostingsOComments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/own-comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the asker has said, with what became of each, newest first */
        get: operations["getApiCommunitiesCOwnComments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/own-comments/{o}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a comment of one’s own while it hangs and nothing has come of it; that it was made stays */
        post: operations["postApiCommunitiesCOwnCommentsOWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/postings/{o}/guest-comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What guests sent on a posting and nobody has decided on */
        get: operations["getApiCommunitiesCPostingsOGuestComments"];
        put?: never;
        /** Comment without signing in, where the community admits guests; held until the office decides on it */
        post: operations["postApiCommunitiesCPostingsOGuestComments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/guest-comments/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a guest’s comment, for whoever holds its code */
        get: operations["getApiCommunitiesCGuestCommentsCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/guest-comments/{code}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a guest’s comment by its code, before the office has decided on it */
        post: operations["postApiCommunitiesCGuestCommentsCodeWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/guest-comments/{g}/admit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Admit a guest’s comment: it goes onto the record with the day on which it came */
        post: operations["postApiCommunitiesCGuestCommentsGAdmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/guest-comments/{g}/keep-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a guest’s comment back for a published reason: both go onto the record */
        post: operations["postApiCommunitiesCGuestCommentsGKeepBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/comment-mode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set who may comment over the pages: the known, or guests too */
        put: operations["putApiCommunitiesCCommentMode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meetings, the newest called first */
        get: operations["getApiCommunitiesCMeetings"];
        put?: never;
        /** Call a meeting: the roll is frozen, each agenda item is convened */
        post: operations["postApiCommunitiesCMeetings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a meeting is called for */
        get: operations["getApiCommunitiesCMeetingsMAgenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One meeting */
        get: operations["getApiCommunitiesCMeetingsM"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a meeting: held, postponed, or without quorum */
        post: operations["postApiCommunitiesCMeetingsMEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/adjourn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adjourn to another day: the call and the roll stand, people sign in anew */
        post: operations["postApiCommunitiesCMeetingsMAdjourn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/presider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another member of a presiding body takes the chair */
        post: operations["postApiCommunitiesCMeetingsMPresider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/observers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note an observer, who is listed and never counted */
        post: operations["postApiCommunitiesCMeetingsMObservers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/roll/amendments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Amend the frozen roll by a listed cause, before the roll is called */
        post: operations["postApiCommunitiesCMeetingsMRollAmendments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/ballots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call the roll and put the question */
        post: operations["postApiCommunitiesCMeetingsMBallots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ballot */
        get: operations["getApiCommunitiesCBallotsB"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/roll-call": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who voted how, where it may be seen */
        get: operations["getApiCommunitiesCBallotsBRollCall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cast one’s own vote, or that of a principal or of the own household */
        post: operations["postApiCommunitiesCBallotsBVotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close the ballot and give the verdict with its arithmetic; closing again answers the same */
        post: operations["postApiCommunitiesCBallotsBClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/chains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every chain with how far it goes */
        get: operations["getApiCommunitiesCChains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/chains/{k}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries of a chain: ids and commitments */
        get: operations["getApiCommunitiesCChainsK"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/chains/{k}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a chain stands, signed */
        get: operations["getApiCommunitiesCChainsKHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/polls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the poll for every office that is still to be filled */
        post: operations["postApiCommunitiesCMeetingsMPolls"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/polls/{b}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One poll: papers given out, and what it came to */
        get: operations["getApiCommunitiesCPollsB"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/polls/{b}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give out papers: one a voter, to the voter or to the proxy given in writing */
        post: operations["postApiCommunitiesCPollsBPapers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/polls/{b}/tally": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter what two tellers counted, box by box; another person confirms it */
        post: operations["postApiCommunitiesCPollsBTally"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/polls/{b}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a counted poll and tell who is elected, and what is put again; closing again answers the same */
        post: operations["postApiCommunitiesCPollsBClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/proxies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has entrusted whom: names and the written proxy for the office and the two themselves */
        get: operations["getApiCommunitiesCMeetingsMProxies"];
        put?: never;
        /** Enter a written proxy, where the law of every item on the agenda admits it */
        post: operations["postApiCommunitiesCMeetingsMProxies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/proxies/{proxy}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw a proxy that has not been used */
        delete: operations["deleteApiCommunitiesCMeetingsMProxiesProxy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/papers/issued": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand papers of a secret ballot to voters, who then vote by no other door */
        post: operations["postApiCommunitiesCBallotsBPapersIssued"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/tally": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter what two tellers counted of a secret ballot’s papers; another person confirms it */
        post: operations["postApiCommunitiesCBallotsBTally"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter a sheet of papers; a second person confirms. Issued and returned are of the whole ballot so far */
        post: operations["postApiCommunitiesCBallotsBPapers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/hands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter a show of hands by name: all of the list or nothing */
        post: operations["postApiCommunitiesCBallotsBHands"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/hands/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter two tellers’ count of hands; a second person confirms, and the newest count stands */
        post: operations["postApiCommunitiesCBallotsBHandsCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/assisted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter what a member says; it is shown to the member as entered by the office */
        post: operations["postApiCommunitiesCBallotsBAssisted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/votes/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put right, before the close, a vote that the office entered; a second person confirms */
        post: operations["postApiCommunitiesCBallotsBVotesCorrections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/votes/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one’s own vote before the close, where the procedure lets voters change theirs */
        post: operations["postApiCommunitiesCBallotsBVotesChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is still to be visited, reached, done or refused: names for the office, counts for everybody */
        get: operations["getApiCommunitiesCBallotsBVisits"];
        put?: never;
        /** Note a knock at a voter’s door while written ballots go round */
        post: operations["postApiCommunitiesCBallotsBVisits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/recusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that a member does not vote on an item, and why, before its ballot opens */
        post: operations["postApiCommunitiesCMeetingsMRecusals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom the convocation has reached, how many days ahead, and who is still to be reached */
        get: operations["getApiCommunitiesCMeetingsMDeliveries"];
        put?: never;
        /** Note how and when the convocation reached members */
        post: operations["postApiCommunitiesCMeetingsMDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who of the roll has come and when: names for the office, counts for everybody */
        get: operations["getApiCommunitiesCMeetingsMAttendance"];
        put?: never;
        /** Sign in: at the clerk’s table by name or slip, by the code of the hall, or from afar where the rule admits it */
        post: operations["postApiCommunitiesCMeetingsMAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/departures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note who leaves; without names, the asker does */
        post: operations["postApiCommunitiesCMeetingsMDepartures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Item by item: what the quorum lacks, what may be done next, turnout, and what the motion needs */
        get: operations["getApiCommunitiesCMeetingsMDesk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/ballots/{b}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the ballot would come to if so many voted so; once closed, what it came to */
        get: operations["getApiCommunitiesCBallotsBWhatIf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow a meeting: attendance, quorum, turnout and results as server-sent events, resumed by Last-Event-ID */
        get: operations["getApiCommunitiesCMeetingsMStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/speeches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note what a member or an observer said */
        post: operations["postApiCommunitiesCMeetingsMSpeeches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The minutes as the record drafts them, as the recorder wrote them, and whether they are approved */
        get: operations["getApiCommunitiesCMeetingsMMinutes"];
        /** Write the minutes over the version that was read, 0 for none */
        put: operations["putApiCommunitiesCMeetingsMMinutes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/minutes/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve the minutes as read, by the presider’s own account: they are frozen into the record */
        post: operations["postApiCommunitiesCMeetingsMMinutesApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a photo or a document that an entry is to cite; judged by its content */
        post: operations["postApiCommunitiesCFiles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/files/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A photo or a document by its hash */
        get: operations["getApiCommunitiesCFilesSha"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Demands with how many have signed and how many must */
        get: operations["getApiCommunitiesCDemands"];
        put?: never;
        /** Demand that a body be called */
        post: operations["postApiCommunitiesCDemands"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/demands/{d}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a demand oneself, or by the clerk those who signed on paper */
        post: operations["postApiCommunitiesCDemandsDSignatures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/demands/{d}/signatures/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one’s own signature back before a meeting is called upon the demand */
        post: operations["postApiCommunitiesCDemandsDSignaturesWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/discussions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The party organisation’s discussions, with the cases that cite each */
        get: operations["getApiCommunitiesCDiscussions"];
        put?: never;
        /** Record a discussion of the party organisation, which several cases may cite */
        post: operations["postApiCommunitiesCDiscussions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/drafts/{n}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One draft */
        get: operations["getApiCommunitiesCProposalsPDraftsN"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/drafts/{n}/diff/{m}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed from draft n to draft m, word by word */
        get: operations["getApiCommunitiesCProposalsPDraftsNDiffM"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/postings/{o}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One posting */
        get: operations["getApiCommunitiesCPostingsO"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/adoptions/{a}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One adoption, its stages and provisions inlined */
        get: operations["getApiCommunitiesCAdoptionsA"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/dues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for the committee, the longest overdue first */
        get: operations["getApiCommunitiesCDues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The papers of a proposal that the asker may see, and which of them have been formed */
        get: operations["getApiCommunitiesCProposalsPPapers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The papers of a meeting that the asker may see, and which of them have been formed */
        get: operations["getApiCommunitiesCMeetingsMPapers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/papers/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One paper of a proposal as a page to print; with .docx behind its kind, as a document to edit */
        get: operations["getApiCommunitiesCProposalsPPapersKind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/meetings/{m}/papers/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One paper of a meeting as a page to print; with .docx behind its kind, as a document to edit */
        get: operations["getApiCommunitiesCMeetingsMPapersKind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/proposals/{p}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole file of a proposal as a ZIP: its contents, every paper to print and to edit, photos and documents */
        get: operations["getApiCommunitiesCProposalsPDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/open-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is open of a community, in sums: a ZIP of CSV and JSON with schema and licence, for anybody */
        get: operations["getApiCommunitiesCOpenData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/open-data/roll-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each voted in the ballots whose adoption makes it public: a ZIP of CSV and JSON */
        get: operations["getApiCommunitiesCOpenDataRollCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/oversight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enter a community that has granted oversight to one’s own township */
        post: operations["postApiSessionOversight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/overseen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For a township: the communities that granted it oversight */
        get: operations["getApiCommunitiesCOverseen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/oversight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To whom the community has granted oversight */
        get: operations["getApiCommunitiesCOversight"];
        put?: never;
        /** Grant oversight to a township or sub-district */
        post: operations["postApiCommunitiesCOversight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/oversight/{township}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a grant of oversight */
        delete: operations["deleteApiCommunitiesCOversightTownship"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/oversight/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was opened, adopted and ended, and what is behind */
        get: operations["getApiCommunitiesCOversightReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/attestations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a second person, and what became of the rest */
        get: operations["getApiCommunitiesCAttestations"];
        put?: never;
        /** Enter what happened on paper, an old case, an erratum or a correction, with its evidence */
        post: operations["postApiCommunitiesCAttestations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/attestations/{a}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm as another person; with the last one needed it goes on the record */
        post: operations["postApiCommunitiesCAttestationsAConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/attestations/{a}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it back with the reason, or take one’s own back */
        post: operations["postApiCommunitiesCAttestationsAReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/receipts/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a receipt to the record: for anybody, and without an account */
        post: operations["postApiCommunitiesCReceiptsCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest checkpoint, for anybody to keep */
        get: operations["getApiCommunitiesCCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every checkpoint, oldest first: a feed for whoever keeps them */
        get: operations["getApiCommunitiesCCheckpoints"];
        put?: never;
        /** Seal now what was recorded, before something is printed or handed over */
        post: operations["postApiCommunitiesCCheckpoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/checkpoints/{size}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The checkpoint of a size */
        get: operations["getApiCommunitiesCCheckpointsSize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/checkpoints/{size}/inclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that an entry, such as the one of a receipt, is in the tree of a checkpoint */
        get: operations["getApiCommunitiesCCheckpointsSizeInclusion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/checkpoints/{size}/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that the tree of a checkpoint begins with an older one */
        get: operations["getApiCommunitiesCCheckpointsSizeConsistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/checkpoint-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checkpoints with whom they go to, and when somebody said that they were handed over; nothing is sent by itself */
        get: operations["getApiCommunitiesCCheckpointDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/checkpoints/{size}/handed-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that a checkpoint was handed to its addresses, and with it all before it */
        post: operations["postApiCommunitiesCCheckpointsSizeHandedOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/checkpoint-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** To whom checkpoints are handed */
        get: operations["getApiCommunitiesCCheckpointAddresses"];
        put?: never;
        /** Set an address that checkpoints are handed to, as the supervision committee */
        post: operations["postApiCommunitiesCCheckpointAddresses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/communities/{c}/checkpoint-addresses/{a}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an address off */
        delete: operations["deleteApiCommunitiesCCheckpointAddressesA"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            /** Format: int64 */
            status: number;
            code: string;
            zh: string;
            en: string;
            facts: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        SeatPlace: {
            body: string;
            /** Format: uuid */
            person: string;
        } & {
            [key: string]: unknown;
        };
        RollDue: {
            /** Format: uuid */
            meeting: string;
            body: string;
            on: string;
            /** Format: uuid */
            person: string;
            cause: string;
        };
        AbsenceRule: {
            body: string;
            /** Format: int64 */
            inARow: number;
            effect: string;
            cite: string;
            gist: string;
        };
        Topic: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            number: number;
            /** @enum {string} */
            channel: "online" | "letter-box" | "doorstep" | "telephone" | "meeting" | "informant";
            /** @enum {string|null} */
            class: "works" | "land" | "funds" | "environment" | "safety" | "welfare" | "neighbours" | "rules" | "culture" | "other" | null;
            text: string | null;
            proposer: string | null;
            /** Format: int64 */
            supporters: number;
            raisedOn: string;
            raisedAt: string;
            /** @enum {string} */
            state: "open" | "in-proposal" | "answered" | "refused" | "merged" | "split" | "withdrawn";
            /** Format: uuid */
            mergedInto: string | null;
            /** Format: uuid */
            splitFrom: string | null;
            fate: string;
            /** Format: uuid */
            proposal: string | null;
            answer: string | null;
            mine: boolean;
            own: boolean;
        };
        ProposalLine: {
            /** Format: uuid */
            id: string;
            /** Format: int64 */
            number: number;
            title: string | null;
            procedure: {
                zh: string;
                en: string;
            };
            matter: string | null;
            stage: {
                id: string;
                title: {
                    zh: string;
                    en: string;
                };
            };
            step: string | null;
            ending: string | null;
            openedAt: string;
            verdict: {
                stage: {
                    zh: string;
                    en: string;
                };
                carried: boolean;
                grounds: components["schemas"]["Ground"][];
            } | null;
        };
        Ground: {
            code: string;
            /** Format: int64 */
            have: number;
            /** Format: int64 */
            need: number;
            /** Format: int64 */
            of?: number;
            met: boolean;
            cite?: string;
        } & {
            [key: string]: unknown;
        };
        PrintedCheckpoint: {
            /** Format: int64 */
            size: number;
            code: string;
            sealedAt: string;
        } | null;
        Done: {
            /** Format: int64 */
            seq: number;
            kind: string;
            recordedAt: string;
            data?: unknown;
            state: components["schemas"]["State"];
            signedHead: string;
        };
        State: {
            [key: string]: unknown;
        };
        Tallies: {
            people: {
                /** Format: int64 */
                entitled: number;
                /** Format: int64 */
                present: number;
                /** Format: int64 */
                yes: number;
                /** Format: int64 */
                no: number;
                /** Format: int64 */
                abstain: number;
                /** Format: int64 */
                spoiled: number;
            };
            groups: {
                [key: string]: {
                    /** Format: int64 */
                    entitled: number;
                    /** Format: int64 */
                    present: number;
                    /** Format: int64 */
                    yes: number;
                    /** Format: int64 */
                    no: number;
                    /** Format: int64 */
                    abstain: number;
                    /** Format: int64 */
                    spoiled: number;
                };
            };
        };
        WhatIf: {
            /** @enum {string} */
            outlook: "certain" | "impossible" | "open";
            /** Format: int64 */
            out: number;
            /** Format: int64 */
            present: number;
            /** Format: int64 */
            mayVote: number;
            /** Format: int64 */
            needsYes: number | null;
            said: {
                zh: string;
                en: string;
            };
            tests: ({
                code: string;
                /** Format: int64 */
                have: number;
                /** Format: int64 */
                need: number;
                /** Format: int64 */
                missing: number;
                /** Format: int64 */
                outstanding: number;
                /** @enum {string} */
                outlook: "certain" | "impossible" | "open";
                said: {
                    zh: string;
                    en: string;
                };
            } & {
                [key: string]: unknown;
            })[];
        } | null;
        Draft: {
            /** Format: int64 */
            n: number;
            text: string | null;
            commitment: string;
            /** @enum {string} */
            change: "first" | "substance" | "wording";
            approvedBy: string | null;
            writtenAt: string;
        };
        Posting: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            proposal: string;
            /** @enum {string} */
            sort: "posting" | "publication";
            /** Format: int64 */
            draft: number | null;
            from: string;
            /** Format: int64 */
            days: number;
            /** @enum {string} */
            counted: "calendar" | "working";
            lastDay: string;
            open: boolean;
            /** Format: int64 */
            comments: number;
            checkpoint: components["schemas"]["PrintedCheckpoint"];
        };
        Adoption: {
            /** Format: uuid */
            id: string;
            procedure: string;
            title: {
                zh: string;
                en: string;
            };
            hash: string;
            adoptedAt: string;
            choices: {
                [key: string]: string | number;
            };
        };
        Checkpoint: {
            /** Format: int64 */
            size: number;
            root: string;
            note: string;
            code: string;
            sealedAt: string;
        };
        CheckpointAddress: {
            /** Format: uuid */
            id: string;
            address: string;
            setAt: string;
        };
    };
    responses: {
        /** @description Malformed */
        Problem400: {
            headers: {
                /** @description Requests answered in a minute */
                "RateLimit-Limit"?: number;
                /** @description How many of them are left */
                "RateLimit-Remaining"?: number;
                /** @description Seconds until they are all there again */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not signed in */
        Problem401: {
            headers: {
                /** @description Requests answered in a minute */
                "RateLimit-Limit"?: number;
                /** @description How many of them are left */
                "RateLimit-Remaining"?: number;
                /** @description Seconds until they are all there again */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not allowed */
        Problem403: {
            headers: {
                /** @description Requests answered in a minute */
                "RateLimit-Limit"?: number;
                /** @description How many of them are left */
                "RateLimit-Remaining"?: number;
                /** @description Seconds until they are all there again */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not found */
        Problem404: {
            headers: {
                /** @description Requests answered in a minute */
                "RateLimit-Limit"?: number;
                /** @description How many of them are left */
                "RateLimit-Remaining"?: number;
                /** @description Seconds until they are all there again */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Refused by the procedure, with every ground */
        Problem409: {
            headers: {
                /** @description Requests answered in a minute */
                "RateLimit-Limit"?: number;
                /** @description How many of them are left */
                "RateLimit-Remaining"?: number;
                /** @description Seconds until they are all there again */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too large */
        Problem413: {
            headers: {
                /** @description Requests answered in a minute */
                "RateLimit-Limit"?: number;
                /** @description How many of them are left */
                "RateLimit-Remaining"?: number;
                /** @description Seconds until they are all there again */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Another content type */
        Problem415: {
            headers: {
                /** @description Requests answered in a minute */
                "RateLimit-Limit"?: number;
                /** @description How many of them are left */
                "RateLimit-Remaining"?: number;
                /** @description Seconds until they are all there again */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Input not valid */
        Problem422: {
            headers: {
                /** @description Requests answered in a minute */
                "RateLimit-Limit"?: number;
                /** @description How many of them are left */
                "RateLimit-Remaining"?: number;
                /** @description Seconds until they are all there again */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too often; see Retry-After */
        Problem429: {
            headers: {
                /** @description Requests answered in a minute */
                "RateLimit-Limit"?: number;
                /** @description How many of them are left */
                "RateLimit-Remaining"?: number;
                /** @description Seconds until they are all there again */
                "RateLimit-Reset"?: number;
                /** @description Seconds to wait */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Our fault; nothing was written */
        Problem500: {
            headers: {
                /** @description Requests answered in a minute */
                "RateLimit-Limit"?: number;
                /** @description How many of them are left */
                "RateLimit-Remaining"?: number;
                /** @description Seconds until they are all there again */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database cannot be reached; nothing was written */
        Problem503: {
            headers: {
                /** @description Requests answered in a minute */
                "RateLimit-Limit"?: number;
                /** @description How many of them are left */
                "RateLimit-Remaining"?: number;
                /** @description Seconds until they are all there again */
                "RateLimit-Reset"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process lives */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getReadyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The database answers */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        account: string;
                        roles: string[];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    community: string;
                    login: string;
                    password: string;
                } | {
                    /** Format: uuid */
                    community: string;
                    slip: string;
                };
            };
        };
        responses: {
            /** @description Sign in with login and password, or once with a slip code */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        expiresAt: string;
                        /** Format: uuid */
                        account: string;
                        /** Format: uuid */
                        person?: string;
                        roles: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteApiSession: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out: the session ends at once */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ended: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getWellKnownJwksJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public keys of tokens and records */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: ({
                            kid: string;
                            /** @enum {string} */
                            for: "tokens" | "record";
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiProcedures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Procedures with the choices each leaves open */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiProceduresId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One procedure with the choices that it leaves open */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public directory of communities */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            sort: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    setupToken: string;
                    /** @enum {string} */
                    sort: "village" | "city" | "township";
                    jurisdiction?: string;
                    name: string;
                    administrator: {
                        login: string;
                        password: string;
                    };
                };
            };
        };
        responses: {
            /** @description Found a community with its first administrator, by the setup token of the installation */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        community: string;
                        /** Format: uuid */
                        account: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCAccounts: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                    /** @enum {string} */
                    role: "administrator" | "clerk" | "supervisor" | "expert";
                    discipline?: string;
                    /** Format: uuid */
                    person?: string;
                };
            };
        };
        responses: {
            /** @description Open an account with a password and a role */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        account: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteApiCommunitiesCAccountsARolesRole: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                a: string;
                role: "administrator" | "clerk" | "supervisor" | "expert";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a role away */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        account: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCSlips: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: string[];
                };
            };
        };
        responses: {
            /** @description Issue one-time slip codes to residents and representatives; shown this once */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        person: string;
                        name: string;
                        code: string;
                        expiresAt: string;
                    }[];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putApiCommunitiesCCalendarsYear: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                year: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    holidays: string[];
                    workdays: string[];
                };
            };
        };
        responses: {
            /** @description Declare a year’s holidays and make-up working days */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        year: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCAdoptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The procedures that the community has adopted */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Adoption"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCAdoptions: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    procedure: string;
                    choices: {
                        [key: string]: string | number;
                    };
                };
            };
        };
        responses: {
            /** @description Adopt a procedure with every choice made */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        adoption: string;
                        hash: string;
                        expanded: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCRosterImports: {
        parameters: {
            query?: {
                preview?: "" | "true";
                digest?: string;
                asOf?: string;
                leaveFaulty?: "true" | "false";
            };
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Preview a CSV roster, or import it */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        digest: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCPeople: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People on the roster */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** Format: uuid */
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCPeople: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    household: string;
                    name: string;
                    /** @enum {string} */
                    sex: "male" | "female";
                    idNumber: string;
                    phone?: string;
                    /** @default  */
                    part?: string;
                    /** @enum {string} */
                    cause: "moved-in" | "born" | "returned" | "left-out" | "other";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    from: string;
                };
            };
        };
        responses: {
            /** @description Put somebody on the roster: moved in, born, left out at the import, or back again */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        person: string;
                        /** @enum {string} */
                        cause: "moved-in" | "born" | "returned" | "left-out" | "other";
                        from: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCBodies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bodies with their seats counted */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            kind: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCBodiesBodySeats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                body: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who sits in a body */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** Format: uuid */
                            person: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBodiesBodySeats: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                body: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    cause: "election" | "by-election" | "appointed" | "registered";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    from: string;
                    /** Format: uuid */
                    proposal?: string;
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    until?: string;
                    members: {
                        /** Format: uuid */
                        person: string;
                        office: string;
                        /** @default true */
                        voting?: boolean;
                        /** Format: int32 */
                        represents?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Fill seats by election, by-election or appointment, with those that they bring in other bodies */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        filled: components["schemas"]["SeatPlace"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCPeopleIdLeaving: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    cause: "moved" | "died" | "other";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    on: string;
                };
            };
        };
        responses: {
            /** @description Take whoever moved away or died off the roster; the seats end that day */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        person: string;
                        on: string;
                        seatsEnded: components["schemas"]["SeatPlace"][];
                        amendmentsDue: components["schemas"]["RollDue"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCPeopleIdMoves: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    household: string;
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    from: string;
                };
            };
        };
        responses: {
            /** @description Move somebody to another household of the place */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        person: string;
                        /** Format: uuid */
                        household: string;
                        from: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCPeopleIdCorrections: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    phone?: string;
                    part?: string;
                    idNumber?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Put right what the roster says of somebody; birth and sex are corrected by the ID number */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        person: string;
                        fields: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCHouseholds: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Households with who belongs to them today */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** Format: uuid */
                            id: string;
                            number: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCHouseholds: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    number: string;
                };
            };
        };
        responses: {
            /** @description Open a household for people to move into */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        household: string;
                        number: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCBodiesBodyRoll: {
        parameters: {
            query?: {
                on?: string;
                mode?: "persons" | "households";
            };
            header?: never;
            path: {
                c: string;
                body: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who was, is or would be entitled on a day: counts for everybody, names for the office */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        body: string;
                        on: string;
                        /** Format: int64 */
                        entitled: number;
                        groups: {
                            [key: string]: number;
                        };
                        measures?: {
                            /** Format: int64 */
                            area?: number;
                            /** Format: int64 */
                            represented?: number;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBodiesBodySeatsEndings: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                body: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: string[];
                    /** @enum {string} */
                    cause: "term" | "resigned" | "recalled" | "absences";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    on: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description End seats by term, resignation, recall, or absences where a rule says so */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seatsEnded: components["schemas"]["SeatPlace"][];
                        amendmentsDue: components["schemas"]["RollDue"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBodiesBodySeatsHouseholds: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                body: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    from: string;
                    seats: {
                        /** Format: uuid */
                        person: string;
                        /** Format: int32 */
                        represents: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Say how many households stand behind representatives, from a day on */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        filled: components["schemas"]["SeatPlace"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMExcuses: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    person: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Note that a member is excused from a meeting */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        meeting: string;
                        /** Format: uuid */
                        person: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCDuesAbsences: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Seats that are lost, or may be ended, by absences in a row */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SeatPlace"][];
                        rules: components["schemas"]["AbsenceRule"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCDuesRolls: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Meetings called on whose roll stands somebody who will not be entitled */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RollDue"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCUnits: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Units with who owns each */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            /** Format: int32 */
                            area: number;
                            /** Format: uuid */
                            owner: string;
                            name: string | null;
                            developer: boolean;
                            since: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putApiCommunitiesCUnits: {
        parameters: {
            query?: {
                preview?: "" | "true";
            };
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    from?: string;
                    units: {
                        number: string;
                        /** Format: int32 */
                        area: number;
                        /** Format: uuid */
                        owner: string;
                        /** @default false */
                        developer?: boolean;
                    }[];
                };
            };
        };
        responses: {
            /** @description Record units with their owners, or preview it; known units keep their owner and may be measured anew */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        digest?: string;
                        from: string;
                        /** Format: int64 */
                        recorded: number;
                        /** Format: int64 */
                        remeasured: number;
                        /** Format: int64 */
                        unchanged: number;
                        /** Format: int64 */
                        units: number;
                        /** Format: int64 */
                        heads: number;
                        /** Format: int64 */
                        area: number;
                        faults: {
                            /** Format: int64 */
                            row: number;
                            fault: string;
                            column: string;
                            zh: string;
                            en: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCUnitsImports: {
        parameters: {
            query?: {
                preview?: "" | "true";
                digest?: string;
                from?: string;
            };
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Record units from a CSV file, or preview it; owners stand in it by their ID numbers */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        digest?: string;
                        from: string;
                        /** Format: int64 */
                        recorded: number;
                        /** Format: int64 */
                        remeasured: number;
                        /** Format: int64 */
                        unchanged: number;
                        /** Format: int64 */
                        units: number;
                        /** Format: int64 */
                        heads: number;
                        /** Format: int64 */
                        area: number;
                        faults: {
                            /** Format: int64 */
                            row: number;
                            fault: string;
                            column: string;
                            zh: string;
                            en: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCUnitsUTransfers: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                u: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    owner: string;
                    /** @default false */
                    developer?: boolean;
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    from: string;
                };
            };
        };
        responses: {
            /** @description Change a unit’s owner from a day on, or who represents the developer for all that is unsold */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        units: string[];
                        /** Format: uuid */
                        owner: string;
                        developer: boolean;
                        from: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCTopics: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                class?: "works" | "land" | "funds" | "environment" | "safety" | "welfare" | "neighbours" | "rules" | "culture" | "other";
                channel?: "online" | "letter-box" | "doorstep" | "telephone" | "meeting" | "informant";
                state?: "open" | "in-proposal" | "answered" | "refused" | "merged" | "split" | "withdrawn";
                q?: string;
                from?: string;
                to?: string;
                mine?: string;
                unclassified?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The register of topics, newest first */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Topic"][];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCTopics: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default online
                     * @enum {string}
                     */
                    channel?: "online" | "letter-box" | "doorstep" | "telephone" | "meeting" | "informant";
                    text: string;
                    /** Format: uuid */
                    proposer?: string;
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    raisedOn?: string;
                    /** @enum {string} */
                    class?: "works" | "land" | "funds" | "environment" | "safety" | "welfare" | "neighbours" | "rules" | "culture" | "other";
                };
            };
        };
        responses: {
            /** @description Raise a topic, or enter one that came by another channel */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        topic: string;
                        /** Format: int64 */
                        number: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCTopicsBatch: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /**
                         * @default online
                         * @enum {string}
                         */
                        channel?: "online" | "letter-box" | "doorstep" | "telephone" | "meeting" | "informant";
                        text: string;
                        /** Format: uuid */
                        proposer?: string;
                        /**
                         * Format: date
                         * @example 2026-03-02
                         */
                        raisedOn?: string;
                        /** @enum {string} */
                        class?: "works" | "land" | "funds" | "environment" | "safety" | "welfare" | "neighbours" | "rules" | "culture" | "other";
                    }[];
                };
            };
        };
        responses: {
            /** @description Enter many topics at once, or none */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            topic: string;
                            /** Format: int64 */
                            number: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCTopicsRegister: {
        parameters: {
            query?: {
                class?: "works" | "land" | "funds" | "environment" | "safety" | "welfare" | "neighbours" | "rules" | "culture" | "other";
                channel?: "online" | "letter-box" | "doorstep" | "telephone" | "meeting" | "informant";
                state?: "open" | "in-proposal" | "answered" | "refused" | "merged" | "split" | "withdrawn";
                q?: string;
                from?: string;
                to?: string;
                mine?: string;
                unclassified?: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The register as a CSV file for the office */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCTopicsT: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One topic, with what was merged into it and what it was split into */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"] & {
                        merged: string[];
                        parts: string[];
                        withdrawable: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCTopicsTSimilar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Topics that say much the same, nearest first */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: int64 */
                            number: number;
                            text: string;
                            /** @enum {string} */
                            state: "open" | "settled";
                            /** Format: int64 */
                            likeness: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCTopicsTAnswer: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default answered
                     * @enum {string}
                     */
                    outcome?: "answered" | "refused";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Answer or refuse a topic that becomes no proposal, with the reason */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        topic: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCTopicsTClass: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    class: "works" | "land" | "funds" | "environment" | "safety" | "welfare" | "neighbours" | "rules" | "culture" | "other";
                };
            };
        };
        responses: {
            /** @description Sort a topic */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        topic: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCTopicsTMerge: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    into: string;
                };
            };
        };
        responses: {
            /** @description Merge a topic into another that says the same */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        topic: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCTopicsTUnmerge: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a merged topic apart again */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        topic: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCTopicsTSplit: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    parts: {
                        text: string;
                        /** @enum {string} */
                        class?: "works" | "land" | "funds" | "environment" | "safety" | "welfare" | "neighbours" | "rules" | "culture" | "other";
                    }[];
                };
            };
        };
        responses: {
            /** @description Split a topic that says several things */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        topic: string;
                        parts: {
                            /** Format: uuid */
                            topic: string;
                            /** Format: int64 */
                            number: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCTopicsTWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back a topic of one’s own before it is sorted or joined; its number stays in the register */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        topic: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCTopicsTSupporters: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                t: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    person?: string;
                };
            };
        };
        responses: {
            /** @description Join a topic that somebody else raised */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        topic: string;
                        /** Format: uuid */
                        person: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Proposals, newest first */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ProposalLine"][];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCProposals: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    adoption: string;
                    title: string;
                    /** @default [] */
                    topics?: string[];
                    /** Format: uuid */
                    proposer?: string;
                    /** Format: uuid */
                    continues?: string;
                };
            };
        };
        responses: {
            /** @description Open a proposal under an adoption, out of topics */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        proposal: string;
                        /** Format: int64 */
                        number: number;
                        state?: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsP: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One proposal */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsPNext: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every move that leads on, open or with what is missing and by how much */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position?: unknown;
                        at: string;
                        moves: ({
                            move: string;
                            open: boolean;
                            grounds: components["schemas"]["Ground"][];
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsPResolution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was resolved, with the arithmetic */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        proposal: string;
                        checkpoint: components["schemas"]["PrintedCheckpoint"];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsPExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record of the case, for the verifier */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        format: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCProposalsPEvents: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    matter: string;
                    /** @enum {string} */
                    type: "intake.accepted";
                } | {
                    matter: string;
                    /** @enum {string} */
                    by: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                    /** @enum {string} */
                    to: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    decidedOn: string;
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    until: string;
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    postedOn: string;
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    filedOn: string;
                    text: string;
                    /** @enum {string} */
                    type: "authorisation.filed";
                } | {
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    heldOn: string;
                    agreed: boolean;
                    text: string;
                    /** @enum {string} */
                    type: "party-discussion.filed";
                } | {
                    reason: string;
                    /** @enum {string} */
                    type: "intake.refused";
                } | {
                    /** @enum {string} */
                    with: "township" | "sub-district";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    filedOn: string;
                    number: string;
                    files?: string[];
                    /** @enum {string} */
                    type: "filing.reported";
                } | {
                    reason: string;
                    /** @enum {string} */
                    type: "proposal.withdrawn";
                } | {
                    /** @enum {string} */
                    type: "consultation.closed";
                } | {
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    heldOn: string;
                    /** @enum {string} */
                    convenedBy: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                    heard: string[];
                    /** Format: int32 */
                    people: number;
                    minutes: string;
                    /** @enum {string} */
                    type: "talk.held";
                } | {
                    text: string;
                    /** @enum {string} */
                    type: "advice.noted";
                } | {
                    /** Format: int64 */
                    n: number;
                    /** @enum {string} */
                    by: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    approvedOn: string;
                    /** @enum {string} */
                    type: "draft.approved";
                } | {
                    /** @enum {string} */
                    type: "drafting.closed";
                } | {
                    /** Format: uuid */
                    posting: string;
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    seenOn: string;
                    evidence: string;
                    files?: string[];
                    /** @enum {string} */
                    type: "posting.evidenced";
                } | {
                    /** Format: uuid */
                    comment: string;
                    /** @enum {string} */
                    by: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee" | "township" | "sub-district";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    decidedOn: string;
                    upheld: boolean;
                    reason: string;
                    /** @enum {string} */
                    type: "objection.decided";
                } | {
                    /** @enum {string} */
                    type: "posting.closed";
                } | {
                    /** @enum {string} */
                    type: "posting.sent-back";
                } | {
                    /** @enum {string} */
                    type: "publication.closed";
                } | {
                    /** @enum {string} */
                    type: "review.closed";
                } | {
                    /** @enum {string} */
                    type: "review.sent-back";
                } | {
                    /** @enum {string} */
                    type: "review.found-unlawful";
                } | {
                    /** Format: uuid */
                    comment: string;
                    /** @enum {string} */
                    reason: "insult" | "personal-data" | "off-topic" | "unlawful" | "duplicate" | "advertising";
                    /** @enum {string} */
                    type: "comment.moderated";
                } | {
                    /** Format: uuid */
                    comment: string;
                    reason: string;
                    /** @enum {string} */
                    type: "comment.readmitted";
                } | {
                    /** Format: uuid */
                    comment: string;
                    /** @enum {string} */
                    to: "township" | "sub-district";
                    reason: string;
                    /** @enum {string} */
                    type: "objection.escalated";
                } | {
                    reason: string;
                    /** @enum {string} */
                    type: "election.concluded";
                } | {
                    office: string;
                    /** Format: uuid */
                    candidate: string;
                    /** @enum {string} */
                    by: "party" | "voters";
                    /** @enum {string} */
                    type: "candidate.named";
                } | {
                    /** Format: uuid */
                    candidate: string;
                    reason: string;
                    /** @enum {string} */
                    type: "candidate.withdrawn";
                } | {
                    /** @enum {string} */
                    type: "evaluation.closed";
                } | {
                    /** @enum {string} */
                    type: "implementation.completed";
                } | {
                    reason: string;
                    /** @enum {string} */
                    type: "decision.concluded";
                } | {
                    /** Format: int32 */
                    score: number;
                    /** @enum {string} */
                    type: "rating.given";
                } | {
                    /** Format: int32 */
                    percent: number;
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    reportedOn: string;
                    text: string;
                    files?: string[];
                    /** @enum {string} */
                    type: "progress.reported";
                } | {
                    /** @enum {string} */
                    type: "decision.resumed";
                } | {
                    reason: string;
                    /** @enum {string} */
                    type: "decision.sent-back";
                } | {
                    /** @enum {string} */
                    type: "proposal.discontinued";
                } | {
                    /** @enum {string} */
                    type: "proposal.expired";
                } | {
                    /** @enum {string} */
                    by: "township" | "sub-district" | "county";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    decidedOn: string;
                    approved: boolean;
                    number: string;
                    /** @enum {string} */
                    type: "approval.given";
                } | {
                    /** @enum {string} */
                    by: "township" | "sub-district";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    orderedOn: string;
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    dueOn: string;
                    text: string;
                    /** @enum {string} */
                    type: "correction.ordered";
                } | {
                    /** @enum {string} */
                    to: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                    reason: string;
                    /** @enum {string} */
                    type: "decision.referred";
                } | {
                    /** @enum {string} */
                    type: "decision.reopened";
                } | {
                    /** Format: uuid */
                    order: string;
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    doneOn: string;
                    text: string;
                    /** @enum {string} */
                    type: "correction.reported";
                } | {
                    /** @enum {string} */
                    by: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee" | "township" | "sub-district";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    decidedOn: string;
                    reason: string;
                    /** @enum {string} */
                    type: "resolution.resumed";
                } | {
                    /** Format: uuid */
                    proposal: string;
                    reason: string;
                    /** @enum {string} */
                    type: "resolution.revoked";
                } | {
                    /** @enum {string} */
                    by: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee" | "township" | "sub-district";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    decidedOn: string;
                    reason: string;
                    /** @enum {string} */
                    type: "resolution.suspended";
                };
            };
        };
        responses: {
            /** @description Move the case on, or put something on its file */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCProposalsPMerge: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    into: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Merge the proposal into another, which takes its topics */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        proposal: string;
                        /** Format: uuid */
                        into: string;
                        /** Format: int64 */
                        topics: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsPDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every draft of a proposal */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Draft"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCProposalsPDrafts: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @enum {string} */
                    change: "first" | "substance" | "wording";
                    /** @default [] */
                    follows?: string[];
                    /** @default [] */
                    leaves?: string[];
                    explanation?: string;
                };
            };
        };
        responses: {
            /** @description Write the next draft */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsPPostings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was hung for comment or published */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Posting"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCProposalsPPostings: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    days?: number;
                    places: string;
                };
            };
        };
        responses: {
            /** @description Post the newest draft for comment */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCProposalsPPublications: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: int32 */
                    days?: number;
                    places: string;
                };
            };
        };
        responses: {
            /** @description Publish the decision, or its result */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCProposalsPResponses: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comments: string[];
                    /** @enum {string} */
                    answer: "adopted" | "partly" | "not-adopted";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Answer comments; one response may answer many */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsPOpinions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The experts’ opinions */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            opinion: string;
                            discipline: string;
                            /** Format: int64 */
                            draft: number;
                            /** @enum {string} */
                            answer: "pass" | "changes" | "unlawful";
                            grounds: string | null;
                            recordedAt: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCProposalsPOpinions: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    discipline: string;
                    /** Format: int64 */
                    draft: number;
                    /** @enum {string} */
                    answer: "pass" | "changes" | "unlawful";
                    grounds: string;
                };
            };
        };
        responses: {
            /** @description Give an expert opinion */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsPSupervision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The supervision committee’s opinions on a proposal */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            opinion: string;
                            stage: string;
                            /** Format: int64 */
                            draft: number | null;
                            /** @enum {string} */
                            concern: "none" | "concern" | "objection";
                            text: string | null;
                            recordedAt: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCProposalsPSupervision: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    stage?: string;
                    /** Format: int64 */
                    draft?: number;
                    /** @enum {string} */
                    concern: "none" | "concern" | "objection";
                    text: string;
                };
            };
        };
        responses: {
            /** @description File the supervision committee’s opinion */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCProposalsPDiscussions: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    discussion: string;
                };
            };
        };
        responses: {
            /** @description Cite a discussion of the party organisation */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCProposalsPComments: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    posting: string;
                    text: string;
                    /** @default false */
                    objection?: boolean;
                    /**
                     * @default online
                     * @enum {string}
                     */
                    channel?: "online" | "paper" | "doorstep" | "telephone";
                    /** Format: uuid */
                    author?: string;
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    receivedOn?: string;
                    files?: string[];
                    alt?: string;
                    photo?: {
                        content: string;
                        alt: string;
                    };
                };
            };
        };
        responses: {
            /** @description Comment on what is posted, or object to it */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCPostingsOComments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                c: string;
                o: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Comments on a posting with their answers */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** Format: uuid */
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCOwnComments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the asker has said, with what became of each, newest first */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** Format: uuid */
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCOwnCommentsOWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                o: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back a comment of one’s own while it hangs and nothing has come of it; that it was made stays */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        comment: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCPostingsOGuestComments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                o: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What guests sent on a posting and nobody has decided on */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** Format: uuid */
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCPostingsOGuestComments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                o: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @default false */
                    objection?: boolean;
                    photo?: {
                        content: string;
                        alt: string;
                    };
                };
            };
        };
        responses: {
            /** @description Comment without signing in, where the community admits guests; held until the office decides on it */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCGuestCommentsCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of a guest’s comment, for whoever holds its code */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        held: boolean;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCGuestCommentsCodeWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take back a guest’s comment by its code, before the office has decided on it */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        withdrawn: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCGuestCommentsGAdmit: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                g: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Admit a guest’s comment: it goes onto the record with the day on which it came */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        comment: string;
                        admitted: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCGuestCommentsGKeepBack: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                g: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "insult" | "personal-data" | "off-topic" | "unlawful" | "duplicate" | "advertising";
                };
            };
        };
        responses: {
            /** @description Keep a guest’s comment back for a published reason: both go onto the record */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        comment: string;
                        admitted: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putApiCommunitiesCCommentMode: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    mode: "known" | "guests";
                };
            };
        };
        responses: {
            /** @description Set who may comment over the pages: the known, or guests too */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mode: "known" | "guests";
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCMeetings: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Meetings, the newest called first */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            body: string;
                            mode: string | null;
                            on: string;
                            at: string;
                            outcome: string | null;
                            /** Format: int64 */
                            items: number;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetings: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    body: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                    /** @enum {string} */
                    mode?: "persons" | "households" | "representatives";
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    convenedBy: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                    /** Format: uuid */
                    presider: string;
                    place: string;
                    /** @default false */
                    written?: boolean;
                    /** @default false */
                    posted?: boolean;
                    emergency?: {
                        reason: string;
                        /** @enum {string} */
                        decidedBy: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                    };
                    /** Format: uuid */
                    demand?: string;
                    agenda: string[];
                };
            };
        };
        responses: {
            /** @description Call a meeting: the roll is frozen, each agenda item is convened */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        meeting: string;
                        on: string;
                        /** Format: int64 */
                        entitled: number;
                        groups: {
                            [key: string]: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCMeetingsMAgenda: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a meeting is called for */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: int64 */
                            place: number;
                            /** Format: uuid */
                            proposal: string;
                            /** Format: int64 */
                            number: number;
                            title: string | null;
                            stage: string;
                            /** Format: int64 */
                            draft: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCMeetingsM: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One meeting */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMEnd: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "held" | "no-quorum" | "postponed";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description End a meeting: held, postponed, or without quorum */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        outcome: string;
                        told: string[];
                        items: {
                            /** Format: uuid */
                            proposal: string;
                            /** @enum {string} */
                            outcome: "decided" | "carried-over" | "no-quorum" | "left-agenda";
                            newConvocation: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMAdjourn: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    until: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Adjourn to another day: the call and the roll stand, people sign in anew */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        on: string;
                        /** @enum {boolean} */
                        newConvocation: false;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMPresider: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    presider: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Another member of a presiding body takes the chair */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        presider: string;
                        presidesAs: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMObservers: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    capacity: string;
                    /** Format: uuid */
                    person?: string;
                };
            };
        };
        responses: {
            /** @description Note an observer, who is listed and never counted */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        observer: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMRollAmendments: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    cause: "died" | "seat-ended" | "by-election" | "came-of-age";
                    /** Format: uuid */
                    person: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Amend the frozen roll by a listed cause, before the roll is called */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        entitled: number;
                        groups: {
                            [key: string]: number;
                        };
                        restated: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMBallots: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    proposal: string;
                    /**
                     * @default agree
                     * @enum {string}
                     */
                    motion?: "agree" | "agree-amended" | "return" | "refuse";
                    again?: string;
                    /**
                     * @default recorded
                     * @enum {string}
                     */
                    voting?: "recorded" | "secret" | "counted";
                    smallElectorate?: boolean;
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Call the roll and put the question */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        ballot: string;
                        motion: string;
                        /** Format: int64 */
                        draft: number;
                        /** @enum {string} */
                        voting: "recorded" | "secret" | "counted";
                        until: string | null;
                        /** Format: int64 */
                        mayVote: number;
                        people: {
                            /** Format: int64 */
                            entitled: number;
                            /** Format: int64 */
                            present: number;
                        };
                        groups: {
                            [key: string]: {
                                /** Format: int64 */
                                entitled: number;
                                /** Format: int64 */
                                present: number;
                            };
                        };
                        grounds: components["schemas"]["Ground"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCBallotsB: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One ballot */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCBallotsBRollCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who voted how, where it may be seen */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** Format: uuid */
                            person: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBallotsBVotes: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    choice: "yes" | "no" | "abstain";
                    /** Format: uuid */
                    for?: string;
                };
            };
        };
        responses: {
            /** @description Cast one’s own vote, or that of a principal or of the own household */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        ballot: string;
                        /** Format: int64 */
                        seq: number;
                        recordedAt: string;
                        entry: string;
                        previousHead: string;
                        laterLeaves: string[];
                        signedHead: string;
                        choice?: string;
                        salt?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBallotsBClose: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Close the ballot and give the verdict with its arithmetic; closing again answers the same */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        ballot: string;
                        carried: boolean;
                        voided: boolean;
                        tally: components["schemas"]["Tallies"];
                        grounds: components["schemas"]["Ground"][];
                        state: components["schemas"]["State"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCChains: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every chain with how far it goes */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            chain: string;
                            /** Format: int64 */
                            seq: number;
                            head: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCChainsK: {
        parameters: {
            query?: {
                cursor?: number;
                limit?: number;
            };
            header?: never;
            path: {
                c: string;
                /** @description community, proposal~ID or meeting~ID */
                k: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries of a chain: ids and commitments */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: int64 */
                            seq: number;
                            bytes: string;
                            head: string;
                        }[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCChainsKHead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                /** @description community, proposal~ID or meeting~ID */
                k: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where a chain stands, signed */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        seq: number;
                        head: string;
                        signedHead: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMPolls: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    proposal: string;
                };
            };
        };
        responses: {
            /** @description Open the poll for every office that is still to be filled */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        poll: string;
                        /** Format: int64 */
                        entitled: number;
                        offices: {
                            [key: string]: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCPollsB: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One poll: papers given out, and what it came to */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCPollsBPapers: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    papers: {
                        /** Format: uuid */
                        voter: string;
                        /** Format: uuid */
                        proxy?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Give out papers: one a voter, to the voter or to the proxy given in writing */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        poll: string;
                        /** Format: int64 */
                        issued: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCPollsBTally: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    evidence: string;
                    tellers: string[];
                    offices: {
                        [key: string]: {
                            /** Format: int32 */
                            issued: number;
                            /** Format: int32 */
                            returned: number;
                            /** Format: int32 */
                            spoiled: number;
                            votes: {
                                [key: string]: number;
                            };
                        };
                    };
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Enter what two tellers counted, box by box; another person confirms it */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attestation: string;
                        /** Format: int64 */
                        wanted: number;
                        supervisor: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCPollsBClose: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Close a counted poll and tell who is elected, and what is put again; closing again answers the same */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        poll: string;
                        voided: boolean;
                        offices: {
                            [key: string]: {
                                [key: string]: unknown;
                            };
                        };
                        grounds: components["schemas"]["Ground"][];
                        state: components["schemas"]["State"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCMeetingsMProxies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who has entrusted whom: names and the written proxy for the office and the two themselves */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            principal: string;
                            /** Format: uuid */
                            proxy: string;
                            givenAt: string;
                            withdrawnAt: string | null;
                            principalName: string | null;
                            proxyName: string | null;
                            document: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMProxies: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    principal: string;
                    /** Format: uuid */
                    proxy: string;
                    document: string;
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Enter a written proxy, where the law of every item on the agenda admits it */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        principal: string;
                        /** Format: uuid */
                        proxy: string;
                        /** Format: uuid */
                        meeting: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteApiCommunitiesCMeetingsMProxiesProxy: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
                proxy: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdraw a proxy that has not been used */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        principal: string;
                        /** Format: uuid */
                        proxy: string;
                        left: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBallotsBPapersIssued: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: string[];
                };
            };
        };
        responses: {
            /** @description Hand papers of a secret ballot to voters, who then vote by no other door */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        ballot: string;
                        /** Format: int64 */
                        issued: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBallotsBTally: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    evidence: string;
                    tellers: string[];
                    /** Format: int32 */
                    issued: number;
                    /** Format: int32 */
                    returned: number;
                    /** Format: int32 */
                    yes: number;
                    /** Format: int32 */
                    no: number;
                    /** Format: int32 */
                    abstain: number;
                    /** Format: int32 */
                    spoiled: number;
                    /** @default {} */
                    groups?: {
                        [key: string]: {
                            /** Format: int32 */
                            yes: number;
                            /** Format: int32 */
                            no: number;
                            /** Format: int32 */
                            abstain: number;
                            /** Format: int32 */
                            spoiled: number;
                        };
                    };
                    files?: string[];
                    smallElectorate?: boolean;
                };
            };
        };
        responses: {
            /** @description Enter what two tellers counted of a secret ballot’s papers; another person confirms it */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attestation: string;
                        /** Format: int64 */
                        wanted: number;
                        supervisor: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBallotsBPapers: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    evidence: string;
                    /** Format: int32 */
                    issued: number;
                    /** Format: int32 */
                    returned: number;
                    files?: string[];
                    /**
                     * @default paper
                     * @enum {string}
                     */
                    door?: "paper" | "visit";
                    votes: {
                        /** Format: uuid */
                        person: string;
                        /** @enum {string} */
                        choice: "yes" | "no" | "abstain" | "spoiled";
                    }[];
                };
            };
        };
        responses: {
            /** @description Enter a sheet of papers; a second person confirms. Issued and returned are of the whole ballot so far */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attestation: string;
                        /** Format: int64 */
                        wanted: number;
                        supervisor: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBallotsBHands: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    votes: {
                        /** Format: uuid */
                        person: string;
                        /** @enum {string} */
                        choice: "yes" | "no" | "abstain";
                    }[];
                };
            };
        };
        responses: {
            /** @description Enter a show of hands by name: all of the list or nothing */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        ballot: string;
                        /** Format: int64 */
                        entered: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBallotsBHandsCount: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    evidence: string;
                    tellers: string[];
                    people: {
                        /** Format: int32 */
                        yes: number;
                        /** Format: int32 */
                        no: number;
                        /** Format: int32 */
                        abstain: number;
                    };
                    /** @default {} */
                    groups?: {
                        [key: string]: {
                            /** Format: int32 */
                            yes: number;
                            /** Format: int32 */
                            no: number;
                            /** Format: int32 */
                            abstain: number;
                        };
                    };
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Enter two tellers’ count of hands; a second person confirms, and the newest count stands */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attestation: string;
                        /** Format: int64 */
                        wanted: number;
                        supervisor: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBallotsBAssisted: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    person: string;
                    /** @enum {string} */
                    choice: "yes" | "no" | "abstain";
                };
            };
        };
        responses: {
            /** @description Enter what a member says; it is shown to the member as entered by the office */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        ballot: string;
                        /** Format: int64 */
                        entered: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBallotsBVotesCorrections: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    evidence: string;
                    /** Format: uuid */
                    person: string;
                    /** @enum {string} */
                    choice: "yes" | "no" | "abstain" | "spoiled";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Put right, before the close, a vote that the office entered; a second person confirms */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attestation: string;
                        /** Format: int64 */
                        wanted: number;
                        supervisor: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBallotsBVotesChange: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    choice: "yes" | "no" | "abstain";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Change one’s own vote before the close, where the procedure lets voters change theirs */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        ballot: string;
                        /** Format: uuid */
                        person: string;
                        /** Format: int64 */
                        n: number;
                        /** Format: int64 */
                        seq: number;
                        choice: string;
                        salt: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCBallotsBVisits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is still to be visited, reached, done or refused: names for the office, counts for everybody */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        ballot: string;
                        counts: {
                            /** Format: int64 */
                            "to-visit": number;
                            /** Format: int64 */
                            reached: number;
                            /** Format: int64 */
                            done: number;
                            /** Format: int64 */
                            refused: number;
                        };
                        people: {
                            /** Format: uuid */
                            person: string;
                            name: string | null;
                            /** @enum {string} */
                            standing: "to-visit" | "reached" | "done" | "refused";
                            /** Format: int64 */
                            visits: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCBallotsBVisits: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    person: string;
                    /** @enum {string} */
                    outcome: "absent" | "reached" | "refused";
                };
            };
        };
        responses: {
            /** @description Note a knock at a voter’s door while written ballots go round */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        ballot: string;
                        /** Format: uuid */
                        person: string;
                        /** @enum {string} */
                        outcome: "absent" | "reached" | "refused";
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMRecusals: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    person: string;
                    /** Format: uuid */
                    proposal: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Note that a member does not vote on an item, and why, before its ballot opens */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        meeting: string;
                        /** Format: uuid */
                        proposal: string;
                        /** Format: uuid */
                        person: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCMeetingsMDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whom the convocation has reached, how many days ahead, and who is still to be reached */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sentOn: string;
                        on: string;
                        /** Format: int64 */
                        daysNeeded: number;
                        /** Format: int64 */
                        entitled: number;
                        /** Format: int64 */
                        reached: number;
                        /** Format: int64 */
                        inTime: number;
                        /** Format: int64 */
                        toReach: number;
                        members: {
                            /** Format: uuid */
                            person: string;
                            name: string | null;
                            ways: {
                                /** @enum {string} */
                                how: "by-hand" | "household" | "at-the-door" | "telephone" | "message" | "letter";
                                on: string;
                            }[];
                            /** Format: int64 */
                            daysAhead: number | null;
                            inTime: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMDeliveries: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: string[];
                    /** @enum {string} */
                    how: "by-hand" | "household" | "at-the-door" | "telephone" | "message" | "letter";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    on: string;
                    files?: string[];
                };
            };
        };
        responses: {
            /** @description Note how and when the convocation reached members */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        noted: string[];
                        before: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCMeetingsMAttendance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who of the roll has come and when: names for the office, counts for everybody */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: {
                            /** Format: int64 */
                            entitled: number;
                            /** Format: int64 */
                            present: number;
                        };
                        groups: {
                            [key: string]: {
                                /** Format: int64 */
                                entitled: number;
                                /** Format: int64 */
                                present: number;
                            };
                        };
                        measures?: {
                            area?: {
                                /** Format: int64 */
                                entitled: number;
                                /** Format: int64 */
                                present: number;
                            };
                            represented?: {
                                /** Format: int64 */
                                entitled: number;
                                /** Format: int64 */
                                present: number;
                            };
                        };
                        firstRollCall: string | null;
                        /** Format: int64 */
                        late: number;
                        /** Format: int64 */
                        leftEarly: number;
                        /** Format: int64 */
                        excused: number;
                        /** Format: int64 */
                        observers: number;
                        members: {
                            /** Format: uuid */
                            person: string;
                            name: string | null;
                            present: boolean;
                            excused: boolean;
                            /** Format: uuid */
                            inPerson: string | null;
                            late: boolean;
                            leftEarly: boolean;
                            stays: {
                                door: string;
                                from: string | null;
                                until: string | null;
                                /** @enum {string|null} */
                                ended: "left" | "adjourned" | "off-roll" | null;
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMAttendance: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people: string[];
                } | {
                    slips: string[];
                } | {
                    code: string;
                } | {
                    /** @enum {boolean} */
                    remote: true;
                };
            };
        };
        responses: {
            /** @description Sign in: at the clerk’s table by name or slip, by the code of the hall, or from afar where the rule admits it */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        signedIn: string[];
                        before: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMDepartures: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people?: string[];
                };
            };
        };
        responses: {
            /** @description Note who leaves; without names, the asker does */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        left: string[];
                        notHere: string[];
                        stillVoters: {
                            /** Format: uuid */
                            ballot: string;
                            people: string[];
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCMeetingsMDesk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Item by item: what the quorum lacks, what may be done next, turnout, and what the motion needs */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        meeting: string;
                        on: string;
                        outcome: string | null;
                        /** Format: uuid */
                        presider: string;
                        people: {
                            /** Format: int64 */
                            entitled: number;
                            /** Format: int64 */
                            present: number;
                        };
                        groups: {
                            [key: string]: {
                                /** Format: int64 */
                                entitled: number;
                                /** Format: int64 */
                                present: number;
                            };
                        };
                        measures?: {
                            area?: {
                                /** Format: int64 */
                                entitled: number;
                                /** Format: int64 */
                                present: number;
                            };
                            represented?: {
                                /** Format: int64 */
                                entitled: number;
                                /** Format: int64 */
                                present: number;
                            };
                        };
                        /** Format: int64 */
                        missing: number;
                        missingPeople: ({
                            /** Format: uuid */
                            person: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        items: ({
                            /** Format: uuid */
                            proposal: string;
                            stage: string;
                            quorum: components["schemas"]["Ground"][];
                            /** Format: int64 */
                            recused: number;
                            next: ({
                                move: string;
                                open: boolean;
                            } & {
                                [key: string]: unknown;
                            })[];
                            ballot: ({
                                /** Format: uuid */
                                ballot: string;
                                /** Format: int64 */
                                voted: number;
                                /** Format: int64 */
                                mayVote: number;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                            poll: ({
                                /** Format: uuid */
                                poll: string;
                                /** Format: int64 */
                                entitled: number;
                                /** Format: int64 */
                                issued: number;
                                /** Format: int64 */
                                byProxy: number;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                            whatIf: components["schemas"]["WhatIf"];
                        } & {
                            [key: string]: unknown;
                        })[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCBallotsBWhatIf: {
        parameters: {
            query?: {
                yes?: number | null;
                no?: number | null;
                abstain?: number | null;
                spoiled?: number | null;
            };
            header?: never;
            path: {
                c: string;
                b: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the ballot would come to if so many voted so; once closed, what it came to */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        ballot: string;
                        final: boolean;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCMeetingsMStream: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Follow a meeting: attendance, quorum, turnout and results as server-sent events, resumed by Last-Event-ID */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMSpeeches: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    speaker: string;
                    /** Format: uuid */
                    proposal?: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Note what a member or an observer said */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        speech: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCMeetingsMMinutes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The minutes as the record drafts them, as the recorder wrote them, and whether they are approved */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        meeting: string;
                        draft: {
                            blocks: ({
                                /** @enum {string} */
                                sort: "title" | "heading" | "line" | "field";
                                text: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            text: string;
                        } | null;
                        written: {
                            /** Format: int64 */
                            n: number;
                            text: string | null;
                            commitment: string;
                            /** Format: uuid */
                            writtenBy: string;
                            writtenAt: string;
                        } | null;
                        approvedAt: string | null;
                        checkpoint: components["schemas"]["PrintedCheckpoint"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putApiCommunitiesCMeetingsMMinutes: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** Format: int64 */
                    over: number;
                };
            };
        };
        responses: {
            /** @description Write the minutes over the version that was read, 0 for none */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        n: number;
                        commitment: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCMeetingsMMinutesApprove: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commitment: string;
                };
            };
        };
        responses: {
            /** @description Approve the minutes as read, by the presider’s own account: they are frozen into the record */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        n: number;
                        at: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCFiles: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
                "application/pdf": string;
            };
        };
        responses: {
            /** @description Upload a photo or a document that an entry is to cite; judged by its content */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sha256: string;
                        /** @enum {string} */
                        type: "image/jpeg" | "image/png" | "image/webp" | "application/pdf";
                        /** Format: int64 */
                        bytes: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCFilesSha: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A photo or a document by its hash */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                    "application/pdf": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCDemands: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Demands with how many have signed and how many must */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** Format: uuid */
                            id: string;
                            body: string;
                            of: string;
                            /** Format: int64 */
                            have: number;
                            /** Format: int64 */
                            base: number;
                            /** Format: int64 */
                            need: number;
                            met: boolean;
                            cite: string;
                            meeting: string | null;
                        } & {
                            [key: string]: unknown;
                        })[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCDemands: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    body: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                    /** @enum {string} */
                    of: "adults" | "households" | "representatives" | "owners";
                    text: string;
                };
            };
        };
        responses: {
            /** @description Demand that a body be called */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        body: string;
                        of: string;
                        /** Format: int64 */
                        have: number;
                        /** Format: int64 */
                        base: number;
                        /** Format: int64 */
                        need: number;
                        met: boolean;
                        cite: string;
                        meeting: string | null;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCDemandsDSignatures: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                d: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    people?: string[];
                };
            };
        };
        responses: {
            /** @description Sign a demand oneself, or by the clerk those who signed on paper */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        body: string;
                        of: string;
                        /** Format: int64 */
                        have: number;
                        /** Format: int64 */
                        base: number;
                        /** Format: int64 */
                        need: number;
                        met: boolean;
                        cite: string;
                        meeting: string | null;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCDemandsDSignaturesWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                d: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take one’s own signature back before a meeting is called upon the demand */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        body: string;
                        of: string;
                        /** Format: int64 */
                        have: number;
                        /** Format: int64 */
                        base: number;
                        /** Format: int64 */
                        need: number;
                        met: boolean;
                        cite: string;
                        meeting: string | null;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCDiscussions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The party organisation’s discussions, with the cases that cite each */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** Format: uuid */
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCDiscussions: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    body: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                    /**
                     * Format: date
                     * @example 2026-03-02
                     */
                    heldOn: string;
                    agreed: boolean;
                    text: string;
                };
            };
        };
        responses: {
            /** @description Record a discussion of the party organisation, which several cases may cite */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        discussion: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsPDraftsN: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                p: string;
                n: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One draft */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsPDraftsNDiffM: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                p: string;
                n: number;
                m: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What changed from draft n to draft m, word by word */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        segments: {
                            /** @enum {string} */
                            kind: "same" | "added" | "removed";
                            text: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCPostingsO: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                o: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One posting */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posting"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCAdoptionsA: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                a: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One adoption, its stages and provisions inlined */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adoption"] & {
                        expanded: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCDues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits for the committee, the longest overdue first */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            what: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            proposal: string | null;
                            day: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsPPapers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The papers of a proposal that the asker may see, and which of them have been formed */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            kind: string;
                            title: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            state: "formed" | "not-formed" | "not-asked";
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCMeetingsMPapers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                m: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The papers of a meeting that the asker may see, and which of them have been formed */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            kind: string;
                            title: {
                                zh: string;
                                en: string;
                            };
                            /** @enum {string} */
                            state: "formed" | "not-formed" | "not-asked";
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsPPapersKind: {
        parameters: {
            query?: {
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                c: string;
                p: string;
                kind: "topic-register" | "topic-register.docx" | "screening" | "screening.docx" | "authorisation" | "authorisation.docx" | "talks" | "talks.docx" | "drafts" | "drafts.docx" | "posting-notice" | "posting-notice.docx" | "posting-evidence" | "posting-evidence.docx" | "opinion-summary" | "opinion-summary.docx" | "objections" | "objections.docx" | "expert-opinions" | "expert-opinions.docx" | "party-discussion" | "party-discussion.docx" | "convocation" | "convocation.docx" | "deliveries" | "deliveries.docx" | "roll" | "roll.docx" | "sign-in" | "sign-in.docx" | "proxies" | "proxies.docx" | "ballot-papers" | "ballot-papers.docx" | "tally" | "tally.docx" | "minutes" | "minutes.docx" | "election-papers" | "election-papers.docx" | "election-results" | "election-results.docx" | "resolution" | "resolution.docx" | "filing" | "filing.docx" | "publication" | "publication.docx" | "supervision" | "supervision.docx" | "implementation" | "implementation.docx" | "result-publication" | "result-publication.docx" | "evaluation" | "evaluation.docx" | "orders" | "orders.docx" | "registration-forms" | "registration-forms.docx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One paper of a proposal as a page to print; with .docx behind its kind, as a document to edit */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCMeetingsMPapersKind: {
        parameters: {
            query?: {
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                c: string;
                m: string;
                kind: "convocation" | "convocation.docx" | "deliveries" | "deliveries.docx" | "roll" | "roll.docx" | "sign-in" | "sign-in.docx" | "proxies" | "proxies.docx" | "ballot-papers" | "ballot-papers.docx" | "tally" | "tally.docx" | "minutes" | "minutes.docx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One paper of a meeting as a page to print; with .docx behind its kind, as a document to edit */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCProposalsPDossier: {
        parameters: {
            query?: {
                lang?: "zh" | "en";
            };
            header?: never;
            path: {
                c: string;
                p: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole file of a proposal as a ZIP: its contents, every paper to print and to edit, photos and documents */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCOpenData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is open of a community, in sums: a ZIP of CSV and JSON with schema and licence, for anybody */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCOpenDataRollCalls: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How each voted in the ballots whose adoption makes it public: a ZIP of CSV and JSON */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiSessionOversight: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    community: string;
                };
            };
        };
        responses: {
            /** @description Enter a community that has granted oversight to one’s own township */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        expiresAt: string;
                        /** Format: uuid */
                        account: string;
                        roles: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCOverseen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For a township: the communities that granted it oversight */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            sort: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCOversight: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To whom the community has granted oversight */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            township: string;
                            name: string;
                            grantedAt: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCOversight: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    township: string;
                };
            };
        };
        responses: {
            /** @description Grant oversight to a township or sub-district */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        township: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteApiCommunitiesCOversightTownship: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                township: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a grant of oversight */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        township: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCOversightReport: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was opened, adopted and ended, and what is behind */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        from: string;
                        to: string;
                        /** Format: int64 */
                        opened: number;
                        /** Format: int64 */
                        adopted: number;
                        ended: {
                            [key: string]: number;
                        };
                        overdue: {
                            /** Format: int64 */
                            postings: number;
                            /** Format: int64 */
                            publications: number;
                            /** Format: int64 */
                            comments: number;
                            /** Format: int64 */
                            topics: number;
                            /** Format: int64 */
                            attestations: number;
                            /** Format: int64 */
                            orders: number;
                            /** Format: int64 */
                            filings: number;
                        };
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCAttestations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "waiting";
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits for a second person, and what became of the rest */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** Format: uuid */
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCAttestations: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    evidence: string;
                    what: {
                        /** @enum {string} */
                        sort: "event";
                        /** Format: uuid */
                        proposal: string;
                        /**
                         * Format: date
                         * @example 2026-03-02
                         */
                        occurredOn: string;
                        event: {
                            matter: string;
                            /** @enum {string} */
                            type: "intake.accepted";
                        } | {
                            matter: string;
                            /** @enum {string} */
                            by: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                            /** @enum {string} */
                            to: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            decidedOn: string;
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            until: string;
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            postedOn: string;
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            filedOn: string;
                            text: string;
                            /** @enum {string} */
                            type: "authorisation.filed";
                        } | {
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            heldOn: string;
                            agreed: boolean;
                            text: string;
                            /** @enum {string} */
                            type: "party-discussion.filed";
                        } | {
                            reason: string;
                            /** @enum {string} */
                            type: "intake.refused";
                        } | {
                            /** @enum {string} */
                            with: "township" | "sub-district";
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            filedOn: string;
                            number: string;
                            files?: string[];
                            /** @enum {string} */
                            type: "filing.reported";
                        } | {
                            reason: string;
                            /** @enum {string} */
                            type: "proposal.withdrawn";
                        } | {
                            /** @enum {string} */
                            type: "consultation.closed";
                        } | {
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            heldOn: string;
                            /** @enum {string} */
                            convenedBy: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                            heard: string[];
                            /** Format: int32 */
                            people: number;
                            minutes: string;
                            /** @enum {string} */
                            type: "talk.held";
                        } | {
                            text: string;
                            /** @enum {string} */
                            type: "advice.noted";
                        } | {
                            /** Format: int64 */
                            n: number;
                            /** @enum {string} */
                            by: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            approvedOn: string;
                            /** @enum {string} */
                            type: "draft.approved";
                        } | {
                            /** @enum {string} */
                            type: "drafting.closed";
                        } | {
                            /** Format: uuid */
                            posting: string;
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            seenOn: string;
                            evidence: string;
                            files?: string[];
                            /** @enum {string} */
                            type: "posting.evidenced";
                        } | {
                            /** Format: uuid */
                            comment: string;
                            /** @enum {string} */
                            by: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee" | "township" | "sub-district";
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            decidedOn: string;
                            upheld: boolean;
                            reason: string;
                            /** @enum {string} */
                            type: "objection.decided";
                        } | {
                            /** @enum {string} */
                            type: "posting.closed";
                        } | {
                            /** @enum {string} */
                            type: "posting.sent-back";
                        } | {
                            /** @enum {string} */
                            type: "publication.closed";
                        } | {
                            /** @enum {string} */
                            type: "review.closed";
                        } | {
                            /** @enum {string} */
                            type: "review.sent-back";
                        } | {
                            /** @enum {string} */
                            type: "review.found-unlawful";
                        } | {
                            /** Format: uuid */
                            comment: string;
                            /** @enum {string} */
                            reason: "insult" | "personal-data" | "off-topic" | "unlawful" | "duplicate" | "advertising";
                            /** @enum {string} */
                            type: "comment.moderated";
                        } | {
                            /** Format: uuid */
                            comment: string;
                            reason: string;
                            /** @enum {string} */
                            type: "comment.readmitted";
                        } | {
                            /** Format: uuid */
                            comment: string;
                            /** @enum {string} */
                            to: "township" | "sub-district";
                            reason: string;
                            /** @enum {string} */
                            type: "objection.escalated";
                        } | {
                            reason: string;
                            /** @enum {string} */
                            type: "election.concluded";
                        } | {
                            office: string;
                            /** Format: uuid */
                            candidate: string;
                            /** @enum {string} */
                            by: "party" | "voters";
                            /** @enum {string} */
                            type: "candidate.named";
                        } | {
                            /** Format: uuid */
                            candidate: string;
                            reason: string;
                            /** @enum {string} */
                            type: "candidate.withdrawn";
                        } | {
                            /** @enum {string} */
                            type: "evaluation.closed";
                        } | {
                            /** @enum {string} */
                            type: "implementation.completed";
                        } | {
                            reason: string;
                            /** @enum {string} */
                            type: "decision.concluded";
                        } | {
                            /** Format: int32 */
                            score: number;
                            /** @enum {string} */
                            type: "rating.given";
                        } | {
                            /** Format: int32 */
                            percent: number;
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            reportedOn: string;
                            text: string;
                            files?: string[];
                            /** @enum {string} */
                            type: "progress.reported";
                        } | {
                            /** @enum {string} */
                            type: "decision.resumed";
                        } | {
                            reason: string;
                            /** @enum {string} */
                            type: "decision.sent-back";
                        } | {
                            /** @enum {string} */
                            type: "proposal.discontinued";
                        } | {
                            /** @enum {string} */
                            type: "proposal.expired";
                        } | {
                            /** @enum {string} */
                            by: "township" | "sub-district" | "county";
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            decidedOn: string;
                            approved: boolean;
                            number: string;
                            /** @enum {string} */
                            type: "approval.given";
                        } | {
                            /** @enum {string} */
                            by: "township" | "sub-district";
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            orderedOn: string;
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            dueOn: string;
                            text: string;
                            /** @enum {string} */
                            type: "correction.ordered";
                        } | {
                            /** @enum {string} */
                            to: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                            reason: string;
                            /** @enum {string} */
                            type: "decision.referred";
                        } | {
                            /** @enum {string} */
                            type: "decision.reopened";
                        } | {
                            /** Format: uuid */
                            order: string;
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            doneOn: string;
                            text: string;
                            /** @enum {string} */
                            type: "correction.reported";
                        } | {
                            /** @enum {string} */
                            by: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee" | "township" | "sub-district";
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            decidedOn: string;
                            reason: string;
                            /** @enum {string} */
                            type: "resolution.resumed";
                        } | {
                            /** Format: uuid */
                            proposal: string;
                            reason: string;
                            /** @enum {string} */
                            type: "resolution.revoked";
                        } | {
                            /** @enum {string} */
                            by: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee" | "township" | "sub-district";
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            decidedOn: string;
                            reason: string;
                            /** @enum {string} */
                            type: "resolution.suspended";
                        } | {
                            text: string;
                            /** @enum {string} */
                            change: "first" | "substance" | "wording";
                            /** @default [] */
                            follows?: string[];
                            /** @default [] */
                            leaves?: string[];
                            explanation?: string;
                            /** @enum {string} */
                            type: "draft.written";
                        } | {
                            /** Format: int32 */
                            days?: number;
                            places: string;
                            /** @enum {string} */
                            type: "posting.opened";
                        } | {
                            /** Format: int32 */
                            days?: number;
                            places: string;
                            /** @enum {string} */
                            type: "publication.opened";
                        } | {
                            /** Format: uuid */
                            posting: string;
                            text: string;
                            /** @default false */
                            objection?: boolean;
                            /**
                             * @default online
                             * @enum {string}
                             */
                            channel?: "online" | "paper" | "doorstep" | "telephone";
                            /** Format: uuid */
                            author?: string;
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            receivedOn?: string;
                            files?: string[];
                            alt?: string;
                            /** @enum {string} */
                            type: "comment.received";
                        } | {
                            comments: string[];
                            /** @enum {string} */
                            answer: "adopted" | "partly" | "not-adopted";
                            reason: string;
                            /** @enum {string} */
                            type: "comments.answered";
                        } | {
                            discipline: string;
                            /** Format: int64 */
                            draft: number;
                            /** @enum {string} */
                            answer: "pass" | "changes" | "unlawful";
                            grounds: string;
                            /** @enum {string} */
                            type: "opinion.given";
                        };
                    } | {
                        /** @enum {string} */
                        sort: "case";
                        /**
                         * Format: date
                         * @example 2026-03-02
                         */
                        occurredOn: string;
                        case: {
                            /** Format: uuid */
                            adoption: string;
                            title: string;
                            /** @default [] */
                            topics?: string[];
                            /** Format: uuid */
                            proposer?: string;
                            /** Format: uuid */
                            continues?: string;
                        };
                    } | {
                        /** @enum {string} */
                        sort: "meeting";
                        meeting: {
                            /** @enum {string} */
                            body: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                            /** @enum {string} */
                            mode?: "persons" | "households" | "representatives";
                            /**
                             * Format: date
                             * @example 2026-03-02
                             */
                            sentOn: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            convenedBy: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                            /** Format: uuid */
                            presider: string;
                            place: string;
                            /** @default false */
                            written?: boolean;
                            /** @default false */
                            posted?: boolean;
                            emergency?: {
                                reason: string;
                                /** @enum {string} */
                                decidedBy: "village-assembly" | "village-representatives" | "village-committee" | "residents-assembly" | "residents-representatives" | "residents-committee" | "residents-council" | "party-assembly" | "party-committee" | "two-committees" | "supervision-committee" | "experts" | "owners" | "owners-committee" | "collective-members" | "collective-representatives" | "collective-council" | "village-voters" | "city-voters" | "election-committee";
                            };
                            /** Format: uuid */
                            demand?: string;
                            amendments?: {
                                /** @enum {string} */
                                cause: "died" | "seat-ended" | "by-election" | "came-of-age";
                                /** Format: uuid */
                                person: string;
                                reason: string;
                            }[];
                            present: string[];
                            items: {
                                /** Format: uuid */
                                proposal: string;
                                ballot?: {
                                    /** @enum {string} */
                                    motion: "agree" | "agree-amended" | "return" | "refuse";
                                    again?: string;
                                    papers?: {
                                        /** Format: int64 */
                                        issued: number;
                                        /** Format: int64 */
                                        returned: number;
                                    };
                                    votes: {
                                        /** Format: uuid */
                                        person: string;
                                        /** @enum {string} */
                                        choice: "yes" | "no" | "abstain" | "spoiled";
                                    }[];
                                };
                            }[];
                            /** @enum {string} */
                            outcome: "held" | "no-quorum" | "postponed";
                            reason?: string;
                        };
                    } | {
                        /** @enum {string} */
                        sort: "erratum";
                        /** Format: uuid */
                        proposal: string;
                        /** Format: int64 */
                        n: number;
                        text: string;
                        reason: string;
                    } | {
                        /** @enum {string} */
                        sort: "correction";
                        /** Format: uuid */
                        proposal: string;
                        /** Format: uuid */
                        ballot: string;
                        votes: {
                            /** Format: uuid */
                            person: string;
                            /** @enum {string} */
                            choice: "yes" | "no" | "abstain" | "spoiled";
                        }[];
                        reason: string;
                    } | {
                        /** @enum {string} */
                        sort: "minutes";
                        /**
                         * Format: date
                         * @example 2026-03-02
                         */
                        occurredOn: string;
                        /** Format: uuid */
                        meeting: string;
                        commitment: string;
                    };
                };
            };
        };
        responses: {
            /** @description Enter what happened on paper, an old case, an erratum or a correction, with its evidence */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attestation: string;
                        /** Format: int64 */
                        wanted: number;
                        supervisor: boolean;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCAttestationsAConfirm: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                a: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Confirm as another person; with the last one needed it goes on the record */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attestation: string;
                        /** @enum {string} */
                        outcome: "waiting" | "confirmed";
                        /** Format: int64 */
                        wanted: number;
                        result?: unknown;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCAttestationsAReject: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                a: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Send it back with the reason, or take one’s own back */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        attestation: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCReceiptsCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ballot: string;
                    /** Format: int64 */
                    seq: number;
                    entry: string;
                    previousHead: string;
                    laterLeaves: string[];
                    signedHead: string;
                    choice?: string;
                    salt?: string;
                };
            };
        };
        responses: {
            /** @description Hold a receipt to the record: for anybody, and without an account */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        chain: string;
                        /** Format: int64 */
                        seq: number;
                        choice?: string;
                        /** Format: int64 */
                        changed?: number;
                        disagreement?: {
                            what: string;
                        } & {
                            [key: string]: unknown;
                        };
                        sealed: components["schemas"]["PrintedCheckpoint"];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest checkpoint, for anybody to keep */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCCheckpoints: {
        parameters: {
            query?: {
                cursor?: number | null;
                limit?: number;
            };
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every checkpoint, oldest first: a feed for whoever keeps them */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Checkpoint"][];
                        next?: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCCheckpoints: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Seal now what was recorded, before something is printed or handed over */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        size: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCCheckpointsSize: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
                size: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checkpoint of a size */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCCheckpointsSizeInclusion: {
        parameters: {
            query: {
                chain: string;
                seq: number;
            };
            header?: never;
            path: {
                c: string;
                size: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Proof that an entry, such as the one of a receipt, is in the tree of a checkpoint */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        size: number;
                        /** Format: int64 */
                        index: number;
                        /** Format: int64 */
                        seq: number;
                        laterLeaves: string[];
                        path: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCCheckpointsSizeConsistency: {
        parameters: {
            query: {
                from: number;
            };
            header?: never;
            path: {
                c: string;
                size: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Proof that the tree of a checkpoint begins with an older one */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        from: number;
                        /** Format: int64 */
                        to: number;
                        proof: string[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCCheckpointDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Checkpoints with whom they go to, and when somebody said that they were handed over; nothing is sent by itself */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: int64 */
                            size: number;
                            code: string;
                            note: string;
                            sealedAt: string;
                            addresses: string[];
                            handedOverAt: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCCheckpointsSizeHandedOver: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                size: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Note that a checkpoint was handed to its addresses, and with it all before it */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        size: number;
                        /** Format: int64 */
                        handedOver: number;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getApiCommunitiesCCheckpointAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To whom checkpoints are handed */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CheckpointAddress"][];
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    postApiCommunitiesCCheckpointAddresses: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    address: string;
                };
            };
        };
        responses: {
            /** @description Set an address that checkpoints are handed to, as the supervision committee */
            201: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckpointAddress"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteApiCommunitiesCCheckpointAddressesA: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path: {
                c: string;
                a: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take an address off */
            200: {
                headers: {
                    /** @description Requests answered in a minute */
                    "RateLimit-Limit"?: number;
                    /** @description How many of them are left */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until they are all there again */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        ended: string;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}
